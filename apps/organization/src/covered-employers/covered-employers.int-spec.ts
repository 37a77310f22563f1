import { randomUUID } from 'node:crypto'
import { eventByType } from '@sizhang/contracts'
import { everywhere, type Grant } from '@sizhang/service-kit'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { areaList, aRow, CITY_AND_COUNTY } from '../testing/builders'
import { OrganizationUnderTest } from '../testing/service'

const [OWN, FOREIGN] = ['320205001', '320205002']
const secretary = {
  grants: [{ role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: OWN }, from: '2024-01-01', until: null } satisfies Grant],
  account: 'secretary',
}
const names = freshNames()
let organization: OrganizationUnderTest

async function made(name: string, input: object, entity: string): Promise<string> {
  const { data, errors } = await organization.command<Record<string, { id: string }>>(name, input, { fields: `${entity} { id }` })
  expect(errors).toBeUndefined()
  return data[name]?.[entity]?.id ?? ''
}
const aFirm = (name = '红豆集团', areaCode = OWN) =>
  made('registerEmployer', { name, kind: 'tech-firm', level: 'TOWN', areaCode, from: '2016-01-01' }, 'employer')
const firms = (count: number) => Promise.all(Array.from({ length: count }, (_, place) => aFirm(`${place + 1}号企业`)))
const aJointUnit = (areaCode = OWN) =>
  made('establishUnit', { name: '企业联合科协', type: 'ENTERPRISE', mode: 'JOINT_BY_AREA', areaCode, from: '2018-06-11' }, 'unit')
const cover = (unitId: string, employerIds: string[], asking: object = {}, from = '2024-01-01') =>
  organization.command<{ employers: object[] }>(
    'coverEmployers',
    { unitId, employerIds, from },
    { fields: 'employers { id } mark', ...asking },
  )
const codesOf = (answers: { errors?: { extensions: { code: string } }[] }[]) =>
  answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions.code))
const coveredBy = async (unitId: string, on: string, asked = '') => {
  const { unit } = await organization.answer<{ unit: { coveredEmployers: { nodes: { id: string }[]; pageInfo: { endCursor: string } } } }>(
    `{ unit(id: "${unitId}") { coveredEmployers(on: "${on}"${asked}) { nodes { id } pageInfo { endCursor } } } }`,
  )
  return { ids: unit.coveredEmployers.nodes.map(({ id }) => id), after: unit.coveredEmployers.pageInfo.endCursor }
}

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const streets = [aRow(), aRow({ code: FOREIGN, name: '安镇街道' })]
  await organization.send('/files/areas', areaList([...CITY_AND_COUNTY, ...streets]), { 'content-type': 'text/csv' })
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

test('an association founded jointly covers twelve firms: they are listed page by page, each says by whom, and twelve facts are told', async () => {
  const unitId = await aJointUnit()
  const ids = await firms(12)
  expect((await cover(unitId, ids)).errors).toBeUndefined()
  const first = await coveredBy(unitId, '2024-01-01', ', first: 8')
  const second = await coveredBy(unitId, '2024-01-01', `, first: 8, after: "${first.after}"`)
  expect([...first.ids, ...second.ids].sort()).toEqual([...ids].sort())
  expect((await coveredBy(unitId, '2023-12-31')).ids).toEqual([])
  const { employer } = await organization.answer<{ employer: object }>(
    `{ employer(id: "${ids[0]}") { cover(on: "2024-01-01") { unit { id } mode from until } before: cover(on: "2023-12-31") { id } } }`,
  )
  expect(employer).toEqual({ cover: { unit: { id: unitId }, mode: 'JOINT_BY_AREA', from: '2024-01-01', until: null }, before: null })
  const told = async () => (await organization.log.read('organization.employers')).filter((text) => text.includes(unitId))
  await until(async () => (await told()).length === 12)
  for (const { type, data, unit } of (await told()).map((text) => JSON.parse(text) as { type: string; data: object; unit: string })) {
    expect(unit).toBe(unitId)
    expect(eventByType(type)?.data.safeParse(data).success).toBe(true)
  }
})

test('of two clerks who cover the same firm at once, one succeeds', async () => {
  const [one, other, firm] = [await aJointUnit(), await aJointUnit(), await aFirm()]
  const answers = await Promise.all(Array.from({ length: 20 }, (_, place) => cover(place % 2 === 0 ? one : other, [firm])))
  expect(codesOf(answers)).toEqual(Array.from({ length: 19 }, () => 'EMPLOYER_COVERED_ALREADY'))
  expect([...(await coveredBy(one, '2024-01-01')).ids, ...(await coveredBy(other, '2024-01-01')).ids]).toEqual([firm])
})

test.each([
  [
    'is covered by another unit',
    'EMPLOYER_COVERED_ALREADY',
    async () => {
      const taken = await aFirm('他人企业')
      await cover(await aJointUnit(), [taken])
      return taken
    },
  ],
  ['nobody knows', 'EMPLOYER_UNKNOWN', async () => randomUUID()],
])('a list in which one employer %s covers none of the others', async (_, code, faulty) => {
  const [unitId, firm] = [await aJointUnit(), await aFirm()]
  const answer = await cover(unitId, [firm, await faulty()])
  expect(answer.errors).toMatchObject([{ extensions: { code, field: 'employerIds' } }])
  expect((await coveredBy(unitId, '2024-01-01')).ids).toEqual([])
})

test('the same command again covers nothing twice; with another list it is refused', async () => {
  const [unitId, ids, commandId] = [await aJointUnit(), await firms(3), randomUUID()]
  const first = await cover(unitId, ids, { commandId })
  expect(await cover(unitId, ids, { commandId })).toEqual(first)
  expect(codesOf([await cover(unitId, ids.slice(1), { commandId })])).toEqual(['IDEMPOTENCY_KEY_REUSED'])
  const { employer } = await organization.answer<{ employer: object }>(`{ employer(id: "${ids[0]}") { covers { from } version } }`)
  expect(employer).toEqual({ covers: [{ from: '2024-01-01' }], version: 2 })
})

test('a cover that was noted by mistake is taken back, and the same command again is answered equally', async () => {
  const [unitId, firm, commandId] = [await aJointUnit(), await aFirm(), randomUUID()]
  await cover(unitId, [firm])
  const { employer } = await organization.answer<{ employer: { covers: { id: string }[] } }>(
    `{ employer(id: "${firm}") { covers { id } } }`,
  )
  const input = { employerId: firm, coverId: employer.covers[0]?.id, on: '2024-01-01', reason: '登记有误' }
  const end = () => organization.command('endEmployerCover', input, { commandId, fields: 'employer { covers { id } } version mark' })
  const first = await end()
  expect(first).toMatchObject({ data: { endEmployerCover: { employer: { covers: [] }, version: 3 } } })
  expect(await end()).toEqual(first)
  expect(codesOf([await cover(await aJointUnit(), [firm])])).toEqual([])
})

test('a unit is not dissolved while it covers employers, and is when they are covered no longer', async () => {
  const [unitId, firm] = [await aJointUnit(), await aFirm()]
  await cover(unitId, [firm])
  const dissolve = () => organization.command('dissolveUnit', { unitId, on: '2025-01-01', reason: '撤并' })
  expect(codesOf([await dissolve()])).toEqual(['UNIT_COVERS_EMPLOYERS'])
  const { employer } = await organization.answer<{ employer: { cover: { id: string } } }>(`{ employer(id: "${firm}") { cover { id } } }`)
  await organization.command('endEmployerCover', { employerId: firm, coverId: employer.cover.id, on: '2025-01-01', reason: '改为单独组建' })
  expect(codesOf([await dissolve()])).toEqual([])
})

test('a unit that is dissolved while it is to cover employers does one or the other: none is covered by what is no more', async () => {
  const rivals = await Promise.all(Array.from({ length: 10 }, async () => [await aJointUnit(), await aFirm()] as const))
  for (const [unitId, firm] of rivals) {
    const dissolve = organization.command('dissolveUnit', { unitId, on: '2024-06-30', reason: '并入街道科协' }, { fields: 'version' })
    const [code, ...others] = codesOf(await Promise.all([cover(unitId, [firm], {}, '2024-07-01'), dissolve]))
    expect([code, others]).toEqual([expect.stringMatching(/^(UNIT_NOT_IN_FORCE|UNIT_COVERS_EMPLOYERS)$/), []])
  }
})

test('employers that no unit covers are found, to be covered', async () => {
  const [unitId, covered, open] = [await aJointUnit(), await aFirm('已盖企业'), await aFirm('待盖企业')]
  await cover(unitId, [covered])
  const found = async (asked: string) => {
    const { employers } = await organization.answer<{ employers: { nodes: { id: string }[] } }>(
      `{ employers(search: "盖企业", on: "2024-01-01"${asked}) { nodes { id } } }`,
    )
    return employers.nodes.map(({ id }) => id)
  }
  expect(await found(', covered: true')).toEqual([covered])
  expect(await found(', covered: false')).toEqual([open])
  expect((await found('')).sort()).toEqual([open, covered].sort())
})

test('a secretary covers her own employers by her own units, and knows of no others', async () => {
  const [unit, foreignUnit] = [await aJointUnit(), await aJointUnit(FOREIGN)]
  const [firm, foreignFirm] = [await aFirm(), await aFirm('安镇企业', FOREIGN)]
  const answers = [await cover(unit, [foreignFirm], secretary), await cover(foreignUnit, [firm], secretary)]
  expect(codesOf(answers)).toEqual(['EMPLOYER_UNKNOWN', 'NOT_FOUND'])
  expect((await cover(unit, [firm], secretary)).errors).toBeUndefined()
})

test('of employers of which she may see one and not change it, none is covered', async () => {
  const [unit, firm, seen] = [await aJointUnit(), await aFirm(), await aFirm('安镇企业', FOREIGN)]
  const analyst: Grant = { role: 'ANALYST', within: { kind: 'AREA', code: FOREIGN }, from: '2024-01-01', until: null }
  const answer = await cover(unit, [firm, seen], { grants: [...secretary.grants, analyst] })
  expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', field: 'employerIds', value: seen } }])
  expect((await coveredBy(unit, '2024-01-01')).ids).toEqual([])
})

test('the clerk of a unit sees the employers that it covers, and no others of the town', async () => {
  const [unit, firm, other] = [await aJointUnit(), await aFirm(), await aFirm()]
  await cover(unit, [firm])
  const clerk = { grants: [{ role: 'UNIT_CLERK', within: { kind: 'UNIT', id: unit }, from: '2024-01-01', until: null } satisfies Grant] }
  const query = `{ unit(id: "${unit}") { coveredEmployers(on: "2024-01-01") { nodes { id } } } employers { nodes { id } } other: employer(id: "${other}") { id } }`
  const { data } = await organization.ask(query, clerk)
  expect(data).toEqual({ unit: { coveredEmployers: { nodes: [{ id: firm }] } }, employers: { nodes: [{ id: firm }] }, other: null })
})

test('of a unit beyond her reach that covers a firm of hers she is told the mode, and not which; nor may she end it', async () => {
  const [foreignUnit, firm] = [await aJointUnit(FOREIGN), await aFirm()]
  await cover(foreignUnit, [firm], { grants: [everywhere('CITY_ADMINISTRATOR')] })
  const query = `{ employer(id: "${firm}") { cover(on: "2024-01-01") { id mode unit { id } } } }`
  const { data } = await organization.ask<{ employer: { cover: { id: string } } }>(query, secretary)
  expect(data.employer.cover).toMatchObject({ mode: 'JOINT_BY_AREA', unit: null })
  const input = { employerId: firm, coverId: data.employer.cover.id, on: '2025-01-01', reason: '不再覆盖' }
  expect(codesOf([await organization.command('endEmployerCover', input, secretary)])).toEqual(['NOT_FOUND'])
})
