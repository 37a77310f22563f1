import { randomUUID } from 'node:crypto'
import { AppointmentEnded, AppointmentMade, eventByType, type DataOf } from '@sizhang/contracts'
import { until } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import { OrganizationUnderTest } from '../testing/service'

const names = freshNames()
let organization: OrganizationUnderTest
const ROWS = [
  '320200,无锡市,city,,,',
  '320281,江阴市,county,320200,,',
  '320281111,顾山镇,town,320281,town,',
  '320281112,云亭街道,town,320281,subdistrict,',
]

beforeAll(async () => {
  organization = await OrganizationUnderTest.start({ ...engines(), ...names })
  const list = ['code,name,level,parent_code,kind,flag', ...ROWS].join('\n')
  expect((await organization.send('/files/areas', list, { 'content-type': 'text/csv' })).status).toBe(201)
})
afterAll(async () => {
  await organization.stop()
  await names.drop()
})

const idOf = async (name: string, input: object, entity: string) => {
  const { data, errors } = await organization.command<Record<string, { id: string }>>(name, input, { fields: `${entity} { id }` })
  expect(errors).toBeUndefined()
  return data[name]?.[entity]?.id ?? ''
}
const aTown = (name: string, areaCode?: string) =>
  idOf('establishUnit', { name, type: areaCode ? 'TOWN' : 'SCHOOL', areaCode, from: '2011-01-01' }, 'unit')
const chair = { title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] }
const aBody = (unitId: string, endsOn: string) => idOf('openBody', { unitId, from: '2021-01-01', until: endsOn, seats: [chair] }, 'body')
const refused = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.map(({ extensions }) => extensions.code)
const facts = async (id: string) => {
  const texts = (await organization.log.read('organization.bodies')).filter((text) => text.includes(id))
  return texts.map((text) => JSON.parse(text) as { type: string; data: Record<string, unknown>; sequence: string })
}
const somebodyIn = (
  bodyId: string,
  unitId: string,
  said: Partial<DataOf<typeof AppointmentMade>> = {},
): DataOf<typeof AppointmentMade> => ({
  ...{ seatId: randomUUID(), appointmentId: randomUUID(), bodyId, unitId, personId: randomUUID(), head: null, basis: 'election' },
  ...{ unitType: 'TOWN', serves: 'TOWN', path: ['320200', '320281'], term: 1, rank: 'CHAIR', kind: 'FULL_TIME_OFFICE' },
  ...{ from: '2021-01-01', until: '2026-01-01' },
  ...said,
})

test('a body, its first term and its seats are one command: sent again it gives the first answer, and the facts follow one another', async () => {
  const unitId = await aTown('第一中学科协')
  const { unit } = await organization.answer<{ unit: { bodyTemplates: { kind: { code: string }; seats: object[] }[] } }>(
    `{ unit(id: "${unitId}") { bodyTemplates { kind { code } seats { title rank kinds places } } } }`,
  )
  expect(unit.bodyTemplates.map(({ kind }) => kind.code)).toEqual(['committee', 'congress', 'working-group'])
  const input = { unitId, from: '2021-01-01', seats: unit.bodyTemplates[0]?.seats }
  const commandId = randomUUID()
  const sent = () =>
    organization.command('openBody', input, { commandId, fields: 'body { id terms { until seats { id title } } } version mark' })
  const first = await sent()
  expect(first.data).toMatchObject({
    openBody: {
      version: 1,
      body: { terms: [{ until: '2026-01-01', seats: ['主席', '副主席', '秘书长', '委员'].map((title) => ({ title })) }] },
    },
  })
  expect(await sent()).toEqual(first)
  await until(async () => (await facts(commandId)).length === 6)
  const told = await facts(commandId)
  expect(told.map(({ type }) => type.split('.')[1])).toEqual(['body-opened', 'term-opened', ...Array(4).fill('seat-created')])
  for (const { type, data } of told) expect(eventByType(type)?.data.safeParse(data).success).toBe(true)
})

test('the clock tells what is overdue, put off, due in three and in six months, the soonest first, by area and in pages', async () => {
  const ends = { overdue: '2025-12-01', off: '2026-01-01', three: '2026-06-30', six: '2026-09-30', running: '2026-10-01' }
  const town = await aTown('顾山镇科协', '320281111')
  const street = await aTown('云亭街道科协', '320281112')
  const bodies = new Map<string, string>()
  for (const [name, end] of Object.entries(ends)) bodies.set(name, await aBody(name === 'six' ? street : town, end))
  const off = { bodyId: bodies.get('off'), term: 1, until: '2026-12-31', paper: '澄委办〔2025〕8号' }
  expect((await organization.command('postponeCongress', off)).errors).toBeUndefined()
  expect(refused(await organization.command('postponeCongress', { ...off, until: '2027-01-02' }))).toEqual(['CONGRESS_POSTPONED_TOO_LONG'])

  const due = async (said: string) => {
    const fields =
      '{ nodes { body { id } state daysLeft term { until postponedUntil postponementPaper overdueDays } } pageInfo { hasNextPage endCursor } }'
    const { termsDue } = await organization.answer<{
      termsDue: { nodes: { body: { id: string }; state: string }[]; pageInfo: { endCursor: string } }
    }>(`{ termsDue(${said}) ${fields} }`)
    return termsDue
  }
  const named = ({ nodes }: { nodes: { body: { id: string }; state: string }[] }) =>
    nodes.map(({ body, state }) => `${[...bodies].find(([, id]) => id === body.id)?.[0]} ${state}`)
  const all = ['overdue OVERDUE', 'three DUE_IN_3_MONTHS', 'six DUE_IN_6_MONTHS', 'off POSTPONED']
  expect(named(await due('within: "320281"'))).toEqual(all)
  expect(named(await due('within: "320281111"'))).toEqual(all.filter((one) => !one.startsWith('six')))
  expect(named(await due('within: "320281", state: POSTPONED'))).toEqual(['off POSTPONED'])
  const page = await due('within: "320281", first: 3')
  expect(named(await due(`within: "320281", first: 3, after: "${page.pageInfo.endCursor}"`))).toEqual(all.slice(3))
  expect((await due('within: "320281", state: POSTPONED')).nodes[0]).toMatchObject({
    ...{
      daysLeft: 275,
      term: { until: '2026-01-01', postponedUntil: '2026-12-31', postponementPaper: '澄委办〔2025〕8号', overdueDays: 0 },
    },
  })
  const { termWarnings } = await organization.answer<{ termWarnings: { body: { id: string } }[] }>(
    '{ termWarnings(withinDays: 0, within: "320281") { body { id } } }',
  )
  expect(termWarnings.map(({ body }) => body.id)).toEqual([bodies.get('overdue')])
  await until(async () => (await facts(bodies.get('off') ?? '')).length === 4)
  expect(JSON.stringify(await facts(bodies.get('off') ?? ''))).not.toContain('澄委办')
})

test('an early congress waits until nobody holds a seat of the running term; a secondment is not bound to it', async () => {
  const unitId = await aTown('第二中学科协')
  const bodyId = await aBody(unitId, '2026-01-01')
  const [{ basis: _, ...bound }, sent] = [
    somebodyIn(bodyId, unitId),
    somebodyIn(bodyId, unitId, { kind: 'SECONDMENT', until: '2027-01-01' }),
  ]
  const made = await organization.log.publish([AppointmentMade.of({ ...bound, basis: 'election' }), AppointmentMade.of(sent)])
  await organization.seen(made)
  const early = { bodyId, from: '2025-03-01', until: '2030-03-01', seats: [chair], earlyPaper: '锡教委〔2025〕3号' }
  expect(refused(await organization.command('openTerm', early))).toEqual(['TERM_HAS_SEATS_HELD'])
  await organization.seen(
    await organization.log.publish([AppointmentEnded.of({ ...bound, until: '2025-03-01', reason: 'term-ended-early' })]),
  )
  expect(refused(await organization.command('openTerm', early))).toBeUndefined()
  const { body } = await organization.answer<{ body: object }>(
    `{ body(id: "${bodyId}") { terms { number from until agreedUntil earlyPaper } seats(on: "2025-03-01") { term { number } } } }`,
  )
  expect(body).toEqual({
    terms: [
      { number: 1, from: '2021-01-01', until: '2025-03-01', agreedUntil: '2026-01-01', earlyPaper: '锡教委〔2025〕3号' },
      { number: 2, from: '2025-03-01', until: '2030-03-01', agreedUntil: null, earlyPaper: null },
    ],
    seats: [{ term: { number: 2 } }],
  })
  const told = (await facts(bodyId))
    .filter(({ type }) => type.startsWith('organization.term'))
    .map(({ type, data }) => `${type.split('.')[1]} ${data['term']}`)
  expect(told).toEqual(['term-opened 1', 'term-ended-early 1', 'term-opened 2'])
})

test('a leading group stands without a term, is no warning of the clock, and ends when nobody sits in it', async () => {
  const unitId = await aTown('第三中学科协')
  const leader = { title: '组长', rank: 'GROUP_LEADER', kinds: ['PART_TIME_POST'], byPost: '市科协主席' }
  const bodyId = await idOf(
    'openBody',
    { unitId, kind: 'working-group', name: '试点工作领导小组', from: '2018-06-11', seats: [leader] },
    'body',
  )
  const asked = `{ body(id: "${bodyId}") { name until kind { standing termYears } terms { number } term { number } seats { title byPost term { until } } } }`
  const group = { name: '试点工作领导小组', kind: { standing: true, termYears: null }, terms: [], term: null }
  expect(await organization.answer(asked)).toEqual({
    body: { ...group, until: null, seats: [{ title: '组长', byPost: '市科协主席', term: { until: '9999-12-31' } }] },
  })
  const { basis: _, ...member } = somebodyIn(bodyId, unitId, { rank: 'GROUP_LEADER', kind: 'SECONDMENT', until: '9999-12-31' })
  await organization.seen(await organization.log.publish([AppointmentMade.of({ ...member, basis: 'appointment' })]))
  const end = () => organization.command('endBody', { bodyId, on: '2020-12-31', paper: '锡科协发〔2020〕90号' })
  expect(refused(await end())).toEqual(['BODY_HAS_SEATS_HELD'])
  await organization.seen(await organization.log.publish([AppointmentEnded.of({ ...member, until: '2020-12-31', reason: 'group-ended' })]))
  expect(refused(await end())).toBeUndefined()
  expect(await organization.answer(asked)).toMatchObject({ body: { until: '2020-12-31' } })
  const { termsDue } = await organization.answer<{ termsDue: { nodes: { body: { id: string } }[] } }>(
    '{ termsDue(first: 200) { nodes { body { id } } } }',
  )
  expect(termsDue.nodes.map(({ body }) => body.id)).not.toContain(bodyId)
})

test('of two who open the same group’s end or put one congress off at once, one is told that it is done', async () => {
  const unitId = await aTown('第四中学科协')
  const bodyId = await aBody(unitId, '2026-01-01')
  const postpone = { bodyId, term: 1, until: '2026-07-01', paper: '锡教委〔2026〕1号' }
  const answers = await Promise.all([1, 2].map(() => organization.command('postponeCongress', postpone)))
  expect(answers.flatMap((answer) => refused(answer) ?? [])).toEqual(['CONGRESS_POSTPONED_TO_EARLIER'])
})
