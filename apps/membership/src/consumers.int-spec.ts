import { randomUUID } from 'node:crypto'
import { TermEndedEarly, UnitDissolved, UnitRevived, type Fact } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { until } from '@sizhang/service-kit/testing'
import { aSeat, hospitalRegistered, PATH, seatCreated, unitEstablished } from './testing/builders'
import { MembershipUnderTest } from './testing/service'

const names = freshNames()
let membership: MembershipUnderTest

beforeAll(async () => {
  membership = await MembershipUnderTest.start({ ...engines(), ...names })
})
afterAll(async () => {
  await membership.stop()
  await names.drop()
})

const documents = (collection: string, _id: string) => membership.database.collection<{ _id: string }>(collection).findOne({ _id })
const seat = aSeat()
const employerId = randomUUID()
const established = unitEstablished(seat)
const end = { unitId: seat.unitId, unitType: 'TOWN', area: PATH.at(-1) ?? null, path: PATH, on: '2025-01-01' }
const dissolved = UnitDissolved.of(end)

const { bodyId, unitId, unitType, serves, path } = aSeat()
const termOf = { bodyId, unitId, unitType, serves, path }

/** Each consumer: the facts, and what they leave. */
const consumers: [string, Fact[], string, string, object][] = [
  ['an employer is kept', [hospitalRegistered(employerId)], 'known_employers', employerId, { kind: 'hospital', path: PATH, seq: 1 }],
  ['a seat is kept', [seatCreated(seat)], 'known_seats', seat.seatId, { ...seat, createdBy: expect.any(String) as string, seq: 1 }],
  [
    'a unit is kept with its first and last day',
    [established, dissolved],
    'known_units',
    seat.unitId,
    { from: '2018-06-11', dissolvedOn: '2025-01-01', seq: 2 },
  ],
  [
    'a unit whose dissolution was taken back has no last day',
    [UnitRevived.of(end)],
    'known_units',
    seat.unitId,
    { from: '2018-06-11', seq: 3 },
  ],
  [
    'a term that ended early is kept with its end',
    [TermEndedEarly.of({ ...termOf, term: 3, from: '2021-06-01', until: '2025-03-01' })],
    'known_terms',
    `${bodyId}/3`,
    { until: '2025-03-01', seq: 1 },
  ],
]

test.each(consumers)('%s, and told twice it is kept once', async (_, facts, collection, id, expected) => {
  await membership.seen(await membership.log.publish(facts, 2))
  expect(await documents(collection, id)).toEqual({ _id: id, ...expected })
})

/** A fact of each topic that is not as declared, and a sound one of another aggregate behind it. */
const poison: [string, string, Fact, string, () => string][] = [
  ['organization.employers', 'not JSON', hospitalRegistered(randomUUID()), 'known_employers', () => '{'],
  [
    'organization.bodies',
    'a seat without places',
    seatCreated(aSeat()),
    'known_seats',
    () => bad('organization.seat-created.v1', { seatId: randomUUID() }),
  ],
  [
    'organization.units',
    'of a type that nobody declared',
    unitEstablished(aSeat()),
    'known_units',
    () => bad('organization.unit-vanished.v1', {}),
  ],
]

test.each(poison)('%s: what is %s is set aside with its bytes, and the rest goes on', async (topic, _, sound, collection, record) => {
  const value = record()
  await membership.log.put([{ topic, key: randomUUID(), value }])
  await membership.seen(await membership.log.publish([sound]))
  await until(async () => (await membership.database.collection('parked').countDocuments({ topic })) === 1)
  const parked = await membership.database.collection('parked').findOne({ topic })
  expect(parked?.['value'].toString()).toBe(value)
  expect(await membership.database.collection(collection).countDocuments()).toBe(2)
})

/** A whole envelope around data that is not as declared. */
function bad(type: string, data: object): string {
  const subject = randomUUID()
  const attributes = {
    specversion: '1.0',
    id: randomUUID(),
    type,
    source: '/sizhang/organization',
    subject,
    time: new Date().toISOString(),
  }
  const more = { datacontenttype: 'application/json', sequence: '1', partitionkey: subject, correlationid: 'c', actor: 'a', data }
  return JSON.stringify({ ...attributes, ...more })
}
