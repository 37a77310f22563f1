import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import type { Grant } from '@sizhang/service-kit'
import { aRecord, CO_HOST, HOST, OTHER_STREET, STREET } from './testing/builders'
import { appointmentMade, unitDissolved, unitEstablished } from './testing/facts'
import { ActivityUnderTest } from './testing/service'

const names = freshNames()
let activity: ActivityUnderTest
let [own, foreign, joint]: string[] = []

const secretary: Grant = { role: 'TOWN_SECRETARY', within: { kind: 'AREA', code: STREET.at(-1) ?? '' }, from: '2024-01-01', until: null }
const asking = { grants: [secretary], account: 'secretary' }
const saying = (said: object) => {
  const { activityId: _, ...record } = aRecord({ type: 'health-lecture', ...said })
  return record
}
const record = (said: object, as = {}) => activity.command('recordActivity', saying(said), { fields: 'activity { id }', ...as })

async function recorded(said: object): Promise<string> {
  const { data, errors } = await record(said)
  expect(errors).toBeUndefined()
  return idOf(data)
}
const idOf = (data: unknown) => /[0-9a-f-]{36}/.exec(JSON.stringify(data))?.[0] ?? ''

beforeAll(async () => {
  activity = await ActivityUnderTest.start({ ...engines(), ...names })
  await activity.seen(await activity.log.publish([unitEstablished(HOST, STREET), unitEstablished(CO_HOST, OTHER_STREET)]))
  own = await recorded({ title: '本街活动', hostIds: [HOST] })
  foreign = await recorded({ title: '邻街活动', hostIds: [CO_HOST] })
  joint = await recorded({ title: '联办活动', hostIds: [CO_HOST], coHostIds: [HOST] })
})
afterAll(async () => {
  await activity.stop()
  await names.drop()
})

const reference = (type: string, id: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`

test.each([
  ['activities', () => '{ activities { nodes { id } } }', () => [joint, own]],
  ['activities of the next street', () => `{ activities(within: "${OTHER_STREET.at(-1)}") { nodes { id } } }`, () => [joint]],
  ['activities of its unit', () => `{ activities(unitId: "${CO_HOST}") { nodes { id } } }`, () => [joint]],
  ['activities by title', () => '{ activities(search: "邻街") { nodes { id } } }', () => []],
  ['the unit’s activities by reference', () => reference('Unit', CO_HOST, 'activities { id }'), () => [joint]],
  ['an activity of the next street', () => `{ activity(id: "${foreign}") { id } }`, () => []],
  ['the same by reference', () => reference('Activity', foreign ?? '', 'id title'), () => []],
  ['one of her own', () => `{ activity(id: "${own}") { id } }`, () => [own]],
])('a secretary finds what one of her units hosted: %s', async (_, query, expected) => {
  const { data, errors } = await activity.ask(query(), asking)
  expect(errors).toBeUndefined()
  expect(new Set(JSON.stringify(data).match(/[0-9a-f-]{36}/g) ?? [])).toEqual(new Set(expected()))
})

test('with whom one of her units hosted it is told to whoever may see that unit', async () => {
  const question = `{ activity(id: "${joint}") { hosts { id } coHosts { id } } }`
  expect(await activity.ask(question, asking)).toEqual({ data: { activity: { hosts: [null], coHosts: [{ id: HOST }] } } })
  expect(await activity.ask(question)).toEqual({ data: { activity: { hosts: [{ id: CO_HOST }], coHosts: [{ id: HOST }] } } })
})

test('from when to when a post elsewhere was held, or a unit elsewhere was in force, she is not told', async () => {
  const [post, gone] = [randomUUID(), randomUUID()]
  const facts = [
    appointmentMade(post, CO_HOST, '2021-06-01', '2026-03-01'),
    unitEstablished(gone, OTHER_STREET),
    unitDissolved(gone, OTHER_STREET, '2026-03-02'),
  ]
  await activity.seen(await activity.log.publish(facts))
  const led = { title: '他街带队', hostIds: [HOST], ledById: post }
  const told = await record(led, asking)
  expect(told.errors).toMatchObject([{ extensions: { code: 'LEADER_NOT_IN_OFFICE_THAT_DAY', field: 'ledById' } }])
  expect((await record(led)).errors).toMatchObject([{ extensions: { code: 'LEADER_NOT_IN_OFFICE' } }])
  const hosted = await record({ title: '与旧组织联办', hostIds: [HOST], coHostIds: [gone] }, asking)
  expect(hosted.errors).toMatchObject([{ extensions: { code: 'HOST_NOT_IN_FORCE', field: 'coHostIds' } }])
  expect(JSON.stringify([told, hosted])).not.toMatch(/2021-06-01|2026-03-01|2018-06-11|2026-03-02/)
})

test('a co-host that she may not see stays when she puts the record right', async () => {
  const activityId = await recorded({ title: '两街联办', hostIds: [HOST], coHostIds: [CO_HOST] })
  const correction = { activityId, record: saying({ title: '两街联合举办', hostIds: [HOST] }) }
  expect((await activity.command('correctActivity', correction, asking)).errors).toBeUndefined()
  const { data } = await activity.ask(`{ activity(id: "${activityId}") { title coHosts { id } } }`)
  expect(data).toEqual({ activity: { title: '两街联合举办', coHosts: [{ id: CO_HOST }] } })
})

test.each([
  ['recordActivity', () => saying({ title: '别处活动', hostIds: [CO_HOST] }), 'FORBIDDEN'],
  ['correctActivity', () => ({ activityId: foreign, record: saying({ title: '改名', hostIds: [HOST] }) }), 'NOT_FOUND'],
  ['correctActivity', () => ({ activityId: own, record: saying({ title: '移走', hostIds: [CO_HOST] }) }), 'FORBIDDEN'],
  ['withdrawActivity', () => ({ activityId: foreign, reason: '重复' }), 'NOT_FOUND'],
  ['withdrawActivity', () => ({ activityId: joint, reason: '重复' }), 'FORBIDDEN'],
  ['correctActivity', () => ({ activityId: joint, record: saying({ title: '夺走', hostIds: [HOST] }) }), 'FORBIDDEN'],
])('%s beyond her street is refused, and nothing is stored', async (name, input, code) => {
  const before = await activity.stored(['activities'])
  expect((await activity.command(name, input(), asking)).errors).toMatchObject([{ extensions: { code } }])
  expect(await activity.stored(['activities'])).toEqual(before)
})

test('she records, corrects and withdraws what her own unit hosts', async () => {
  const { data, errors } = await record({ title: '新活动', hostIds: [HOST] }, asking)
  expect(errors).toBeUndefined()
  const activityId = idOf(data)
  const corrected = await activity.command(
    'correctActivity',
    { activityId, record: saying({ title: '新活动二', hostIds: [HOST] }) },
    asking,
  )
  expect(corrected.errors).toBeUndefined()
  expect((await activity.command('withdrawActivity', { activityId, reason: '重复' }, asking)).errors).toBeUndefined()
})
