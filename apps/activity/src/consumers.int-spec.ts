import { randomUUID } from 'node:crypto'
import { AppointmentEnded, type Fact } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { STREET } from './testing/builders'
import { appointmentMade, areaEstablished, unitDissolved, unitEstablished, unitRevived } from './testing/facts'
import { ActivityUnderTest } from './testing/service'

const names = freshNames()
let activity: ActivityUnderTest

beforeAll(async () => {
  activity = await ActivityUnderTest.start({ ...engines(), ...names })
})
afterAll(async () => {
  await activity.stop()
  await names.drop()
})

const [unitId, appointmentId] = [randomUUID(), randomUUID()]
const made = appointmentMade(appointmentId, unitId, '2021-06-01', '2026-06-01')
const { basis: _, ...holding } = made.data
const ended = AppointmentEnded.of({ ...holding, until: '2025-01-01', reason: 'transfer' })
const { seatId, personId } = made.data

/** Each consumer: the facts, and what they leave. */
const consumers: [string, Fact[], string, string, object][] = [
  ['an area is kept', [areaEstablished(STREET)], 'known_areas', '320205001', {}],
  [
    'a unit is kept with its first and last day',
    [unitEstablished(unitId, STREET), unitDissolved(unitId, STREET, '2025-01-01')],
    'known_units',
    unitId,
    { path: STREET, from: '2018-06-11', until: '2025-01-01' },
  ],
  [
    'a post is kept, and shortened when it ends',
    [made, ended],
    'known_posts',
    appointmentId,
    { seatId, personId, unitId, head: 'HOSPITAL_HEAD', from: '2021-06-01', until: '2025-01-01' },
  ],
]

test.each(consumers)('%s, and told twice it is kept once', async (__, facts, collection, id, expected) => {
  await activity.seen(await activity.log.publish(facts, 2))
  const found = await activity.database.collection<{ _id: string }>(collection).find().toArray()
  expect(found).toMatchObject([{ _id: id, ...expected }])
})

test('a unit whose dissolution was taken back has no last day, and told twice neither', async () => {
  await activity.seen(await activity.log.publish([unitRevived(unitId, STREET, '2025-01-01')], 2))
  const [unit] = await activity.database.collection('known_units').find().toArray()
  expect(unit).toMatchObject({ path: STREET, from: '2018-06-11' })
  expect(unit).not.toHaveProperty('until')
})

test.each([
  ['organization.areas', areaEstablished(['320200', '320205', '320205007'])],
  ['organization.units', unitEstablished(randomUUID(), STREET)],
  ['membership.appointments', appointmentMade(randomUUID(), unitId, '2021-06-01', '2026-06-01')],
])('%s: what is no fact is set aside with its bytes, and the rest goes on', async (topic, sound) => {
  await activity.log.put([{ topic, key: randomUUID(), value: '{' }])
  await activity.seen(await activity.log.publish([sound]))
  await until(async () => (await activity.database.collection('parked').countDocuments({ topic })) === 1)
  expect((await activity.database.collection('parked').findOne({ topic }))?.['value'].toString()).toBe('{')
})
