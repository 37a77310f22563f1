import { randomUUID } from 'node:crypto'
import { eventByType, PersonErased, PersonRegistered } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
const paper = '锡科协〔2026〕1号'
let organization: OrganizationUnderTest

const within = (role: string, code: string) => ({
  grants: [{ role, within: { kind: 'AREA', code }, from: '2024-01-01', until: null } satisfies Grant],
  account: `${role} ${code}`,
})
const town = within('TOWN_SECRETARY', '320205001')
const county = within('COUNTY_SECRETARY', '320205')

interface Founding {
  id: string
  step: string | null
  outcome: string | null
  level: string | null
  desk: { code: string } | null
  since: string | null
  due: string | null
  overdue: boolean
  unit: { id: string; from: string } | null
  notCovered: { id: string }[]
}
const FIELDS = 'id step outcome level desk { code } since due overdue unit { id from } notCovered { id }'
const send = (name: string, input: object, asking: object = {}) =>
  organization.command<Founding>(name, input, { fields: `founding { ${FIELDS} } version mark`, ...asking })
const done = async (name: string, input: object, asking: object = {}): Promise<Founding> => {
  const { data, errors } = await send(name, input, asking)
  expect(errors).toBeUndefined()
  return (data[name] as unknown as { founding: Founding }).founding
}
const codeOf = async (name: string, input: object, asking: object = {}) => (await send(name, input, asking)).errors?.[0]?.extensions.code
const anEmployer = async (place: number): Promise<string> => {
  const input = { name: `测试企业${place}`, kind: 'tech-firm', level: 'TOWN', areaCode: '320205001', from: '2020-01-01' }
  const { data } = await organization.command<{ id: string }>('registerEmployer', input, { fields: 'employer { id }' })
  return (data['registerEmployer'] as unknown as { employer: { id: string } }).employer.id
}
const someEmployers = (count: number) => Promise.all(Array.from({ length: count }, (_, place) => anEmployer(place)))
const begun = (said: object = {}) =>
  done('beginFounding', {
    name: '东亭街道企业科协',
    type: 'ENTERPRISE',
    areaCode: '320205001',
    mode: 'JOINT_BY_AREA',
    on: '2026-01-05',
    ...said,
  })
const listed = (foundingId: string, ids: readonly string[], kind = 'EMPLOYER') => ({ foundingId, members: ids.map((id) => ({ kind, id })) })
const step = (foundingId: string, on: string, said: object = {}) => ({ foundingId, on, paper, ...said })
const papers = ['application-form', 'rules-draft', 'member-list'].map((code) => ({ code, title: '材料' }))

/** A founding of some employers that waits for the reply. */
async function aFoundingToReplyTo(employers: readonly string[]): Promise<string> {
  const { id } = await begun()
  await done('addFoundingMembers', listed(id, employers))
  await done('draftFoundingRules', step(id, '2026-01-10'))
  await done('applyForFounding', step(id, '2026-01-20', { papers }))
  await done('reviewFounding', step(id, '2026-01-25'))
  return id
}
const coveringUnits = async (employers: readonly string[]) => {
  const known = organization.database.collection<{ _id: string; covers?: { unitId: string }[] }>('employers')
  const found = await known.find({ _id: { $in: [...employers] } }).toArray()
  return found.map(({ covers = [] }) => covers.map(({ unitId }) => unitId))
}
const factsOf = async (topic: string, id: string) =>
  (await organization.log.read(topic))
    .map((text) => JSON.parse(text) as { type: string; subject: string; sequence: string; data: Record<string, unknown> })
    .filter(({ subject }) => subject === id)
/** Lets the database refuse some records, as if the process had died before it wrote them. */
const refuse = (collection: string, validator: object) => organization.database.command({ collMod: collection, validator })

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const streets = [aRow(), aRow({ line: 5, code: '320205002', name: '安镇街道' })]
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, ...streets]), { 'content-type': 'text/csv' })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('twelve firms found an association jointly by area, from the preparatory group to the plate', async () => {
  const employers = await someEmployers(12)
  const { id, due } = await begun()
  expect(due).toBe('2026-07-04')
  await done('addFoundingMembers', listed(id, employers), town)
  await done('draftFoundingRules', step(id, '2026-01-10'), town)
  await done('applyForFounding', step(id, '2026-01-20', { papers }), town)
  expect(await done('reviewFounding', step(id, '2026-01-25'), town)).toMatchObject({
    step: 'REPLY',
    level: 'COUNTY',
    desk: { code: '320205' },
  })
  expect(await codeOf('replyToFounding', step(id, '2026-02-01'), town)).toBe('FOUNDING_NOT_AT_YOUR_LEVEL')
  expect(await codeOf('hangFoundingPlate', step(id, '2026-02-01'), county)).toBe('FOUNDING_PLATE_BEFORE_REPLY')
  const replied = await done('replyToFounding', step(id, '2026-02-01'), county)
  expect(replied).toMatchObject({ step: 'MEETING', unit: { id, from: '2026-02-01' }, notCovered: [] })
  expect(await coveringUnits(employers)).toEqual(employers.map(() => [id]))
  await done('holdFoundingMeeting', step(id, '2026-02-20', { entitled: 12, present: 11, elected: 5, termUntil: '2031-02-20' }), town)
  await done('fileFounding', step(id, '2026-03-01'), county)
  expect(await done('hangFoundingPlate', step(id, '2026-03-10'), county)).toMatchObject({ step: null, outcome: 'DONE', desk: null })
  await until(async () => (await factsOf('organization.foundings', id)).length === 9)
  for (const { type, data } of await factsOf('organization.foundings', id))
    expect(eventByType(type)?.data.safeParse(data).success).toBe(true)
  expect(JSON.stringify(await factsOf('organization.foundings', id))).not.toMatch(/东亭|锡科协|材料/)
})

test('a record has the number of the fact that tells it, its early end too: by it papers are attached to it elsewhere', async () => {
  const { id } = await begun()
  await done('addFoundingMembers', listed(id, await someEmployers(2)))
  await done('draftFoundingRules', step(id, '2026-01-10'))
  await done('applyForFounding', step(id, '2026-01-20', { papers }))
  await done('reviewFounding', step(id, '2026-01-25', { returnedBecause: '名单未盖章' }))
  await done('withdrawFounding', { foundingId: id, on: '2026-02-02', reason: '反悔' })
  const query = `{ founding(id: "${id}") { records { number step on } } }`
  const { founding } = await organization.answer<{ founding: { records: { number: number; step: string | null; on: string }[] } }>(query)
  await until(async () => (await factsOf('organization.foundings', id)).length === founding.records.length)
  const told = (await factsOf('organization.foundings', id)).map(({ sequence, data }) => [
    Number(sequence),
    data['step'] ?? null,
    data['on'],
  ])
  expect(founding.records.map(({ number, step: taken, on }) => [number, taken, on])).toEqual(told)
})

test('a reply whose unit was never written, because the process died, has its unit at the next start: once, with all that it covers', async () => {
  const employers = await someEmployers(3)
  const id = await aFoundingToReplyTo(employers)
  await refuse('units', { _id: { $ne: id } })
  expect(await codeOf('replyToFounding', step(id, '2026-02-01'))).toBe('INTERNAL')
  expect(await organization.database.collection<{ _id: string }>('units').findOne({ _id: id })).toBeNull()
  expect(await codeOf('withdrawFounding', { foundingId: id, on: '2026-02-02', reason: '反悔' })).toBe('FOUNDING_UNIT_STANDS')
  await organization.stop()
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  await refuse('units', {})
  const founding = () => organization.answer<{ founding: Founding }>(`{ founding(id: "${id}") { ${FIELDS} } }`)
  await until(async () => (await founding()).founding.unit !== null)
  await until(async () => (await coveringUnits(employers)).every((units) => units.length === 1))
  expect(await coveringUnits(employers)).toEqual(employers.map(() => [id]))
  await until(async () => (await factsOf('organization.units', id)).length === 1)
})

test('a reply that broke off between two employers is completed by the same command again, and covers none twice', async () => {
  const employers = await someEmployers(4)
  const [, , third = ''] = employers
  const [id, commandId] = [await aFoundingToReplyTo(employers), randomUUID()]
  await refuse('employers', { $or: [{ _id: { $ne: third } }, { 'covers.0': { $exists: false } }] })
  expect(await codeOf('replyToFounding', step(id, '2026-02-01'), { commandId })).toBe('INTERNAL')
  expect((await coveringUnits(employers)).flat()).toEqual([id, id])
  await refuse('employers', {})
  const first = await done('replyToFounding', step(id, '2026-02-01'), { commandId })
  expect(await done('replyToFounding', step(id, '2026-02-01'), { commandId })).toEqual(first)
  expect(await coveringUnits(employers)).toEqual(employers.map(() => [id]))
  await until(async () => (await factsOf('organization.units', id)).length === 1)
  for (const employer of employers)
    await until(async () => (await factsOf('organization.employers', employer)).filter(({ type }) => type.includes('covered')).length === 1)
})

test('of twenty clerks who reply at once one succeeds, and one unit comes of it', async () => {
  const employers = await someEmployers(2)
  const id = await aFoundingToReplyTo(employers)
  const answers = await Promise.all(Array.from({ length: 20 }, () => codeOf('replyToFounding', step(id, '2026-02-01'))))
  expect(answers.sort()).toEqual([...Array.from({ length: 19 }, () => 'FOUNDING_STEP_OUT_OF_ORDER'), undefined])
  expect(await coveringUnits(employers)).toEqual([[id], [id]])
  await until(async () => (await factsOf('organization.units', id)).length === 1)
})

test('of two foundings with the same employer the second is not granted; sent back, it takes the employer off its list', async () => {
  const employers = await someEmployers(3)
  const [one, other] = [await aFoundingToReplyTo(employers.slice(0, 2)), await aFoundingToReplyTo(employers)]
  await done('replyToFounding', step(one, '2026-02-01'))
  expect(await codeOf('replyToFounding', step(other, '2026-02-01'))).toBe('EMPLOYER_COVERED_ALREADY')
  await done('reviewFounding', step(other, '2026-02-02', { returnedBecause: '两家企业已有科协' }))
  expect(await codeOf('removeFoundingMember', { foundingId: other, memberId: randomUUID() })).toBe('FOUNDING_MEMBER_NOT_LISTED')
  await done('removeFoundingMember', { foundingId: other, memberId: employers[0] })
  expect(await codeOf('applyForFounding', step(other, '2026-02-03', { papers }))).toBeUndefined()
})

test('a society needs fifty persons who are on record; who was erased is none', async () => {
  const persons = Array.from({ length: 51 }, () => randomUUID() as string)
  const [gone = ''] = persons
  const registered = persons.map((personId) => PersonRegistered.of({ personId }))
  await organization.seen(
    await organization.log.publish([...registered, PersonErased.of({ personId: gone, ground: 'WITHDRAWN', on: '2026-01-01' })], 1),
  )
  const { id } = await begun({ name: '锡山区物联网学会', type: 'SOCIETY', areaCode: '320205', mode: 'OWN' })
  expect(await codeOf('addFoundingMembers', listed(id, [gone], 'PERSON'))).toBe('FOUNDING_MEMBER_UNKNOWN')
  await done('addFoundingMembers', listed(id, persons.slice(1, 50), 'PERSON'))
  await done('draftFoundingRules', step(id, '2026-01-10'))
  const needed = ['application-form', 'rules-draft', 'member-list', 'premises-proof', 'capital-proof'].map((code) => ({
    code,
    title: '材料',
  }))
  const apply = step(id, '2026-01-20', { papers: needed })
  const { errors } = await send('applyForFounding', apply)
  expect(errors).toMatchObject([
    { extensions: { code: 'FOUNDING_TOO_FEW_MEMBERS', hint: expect.stringContaining('1 more persons') as string } },
  ])
  await done('addFoundingMembers', listed(id, persons.slice(50), 'PERSON'))
  expect(await done('applyForFounding', apply)).toMatchObject({ step: 'REPLY', level: 'COUNTY' })
})

test('the desk shows what is overdue first, and to each association what waits for it', async () => {
  const late = await begun({ name: '逾期的楼宇科协', type: 'BUILDING', on: '2025-06-01' })
  expect(late).toMatchObject({ overdue: true, due: '2025-11-28' })
  const ask = async (asking: object, question = 'foundings(mine: true)') => {
    const { data } = await organization.ask<{ foundings: { nodes: { id: string; desk: { code: string } }[] } }>(
      `{ ${question} { nodes { id desk { code } } } }`,
      asking,
    )
    return data.foundings.nodes
  }
  expect((await ask(town))[0]?.id).toBe(late.id)
  expect(new Set((await ask(town)).map(({ desk }) => desk.code))).toEqual(new Set(['320205001']))
  expect(new Set((await ask(county)).map(({ desk }) => desk.code))).toEqual(new Set(['320205']))
  expect(await ask(within('TOWN_SECRETARY', '320205002'), 'foundings')).toEqual([])
  const overdue = await ask(county, 'foundings(overdue: true)')
  expect(overdue[0]?.id).toBe(late.id)
  expect(await codeOf('lapseFounding', { foundingId: late.id, on: '2026-03-31', reason: '长期未办' }, town)).toBeUndefined()
  expect(await ask(county, 'foundings(overdue: true)')).toEqual(overdue.slice(1))
  const { data } = await organization.ask('{ foundingCounts { overdue } }', county)
  expect(data).toEqual({ foundingCounts: { overdue: overdue.length - 1 } })
})
