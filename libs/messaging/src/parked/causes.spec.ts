import { read } from '../consumer/read'
import { plan } from '../projection/plan'
import { dissolved, recordIn, UNITS } from '../testing/facts'
import { causeOf } from './causes'

const unitId = '0190a7e0-0000-7000-8000-000000000001'
const reading = (value: string | null) =>
  read({ topic: UNITS, partition: 3, offset: 17, value: value === null ? null : Buffer.from(value) })
const changed = (change: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(recordIn(unitId, 5).value), ...change })
const reasonOf = async (value: string | null, applied: number) => {
  const handle = () => Promise.reject(new TypeError('x is undefined'))
  return (await plan('key', [reading(value)], { applied, parked: false }, handle)).stop?.reason ?? ''
}

test.each([
  ['UNREADABLE', null, 4],
  ['UNREADABLE', 'half a record', 4],
  ['UNREADABLE', 'a gap: it says', 4],
  ['TYPE_UNKNOWN', changed({ type: 'organization.unit-painted.v1' }), 4],
  ['TYPE_UNKNOWN', changed({ type: 'x belongs to the topic y' }), 4],
  ['TOPIC_WRONG', changed({ type: 'membership.person-registered.v1' }), 4],
  ['PRODUCER_WRONG', changed({ source: '/another/producer' }), 4],
  ['DATA_NOT_AS_DECLARED', changed({ data: dissolved(unitId).data }), 4],
  ['GAP', changed({}), 3],
  ['HANDLER_FAILED', changed({}), 4],
])('the reason that the consumer gives is of the cause %s (%s)', async (cause, value, applied) => {
  expect(causeOf(await reasonOf(value, applied))).toBe(cause)
})

test('what the database refused is told from the rest', () => {
  expect(causeOf('the database refused it: MongoServerError: document too large')).toBe('DATABASE_REFUSED')
})
