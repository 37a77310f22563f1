import { recordIn, UNITS, dissolved } from '../testing/facts'
import { read } from './read'

const unitId = '0190a7e0-0000-7000-8000-000000000001'
const record = (value: string | null) => read({ topic: UNITS, partition: 3, offset: 17, value: value === null ? null : Buffer.from(value) })
const changed = (change: Record<string, unknown>) => JSON.stringify({ ...JSON.parse(recordIn(unitId, 5).value), ...change })

test('a record of a newer minor version is read without what it adds', () => {
  const { data } = JSON.parse(recordIn(unitId, 5).value)
  const reading = record(changed({ data: { ...data, region: 'SOUTH' }, newattribute: 'x' }))
  expect(reading).toMatchObject({ key: `${UNITS}/${unitId}`, seq: 5, event: { data } })
  expect(reading).not.toHaveProperty('event.data.region')
})

test.each([
  ['no value', null, /no value/],
  ['an empty value', '', /not JSON/],
  ['half a record', '{"specversion":"1.0",', /not JSON/],
  ['a bare null', 'null', /envelope/],
  ['a list', '[]', /envelope/],
])('what does not name its aggregate is known by its place: %s', (_, value, reason) => {
  expect(record(value)).toEqual({ key: `${UNITS}@3:17`, raw: expect.anything(), reason: expect.stringMatching(reason) })
})

test.each([
  ['no sequence', changed({ sequence: '0' }), /sequence/, undefined],
  ['a type that nobody declared', changed({ type: 'organization.unit-painted.v1' }), /does not know the type/, 5],
  ['another topic', changed({ type: 'membership.person-registered.v1' }), /belongs to the topic membership.persons/, 5],
  [
    'another producer',
    changed({ source: '/sizhang/membership' }),
    /told by organization alone, this record is of \/sizhang\/membership/,
    5,
  ],
  ['data of another fact', changed({ data: dissolved(unitId).data }), /data is not as declared: serves/, 5],
])('what names its aggregate stops that aggregate: %s', (_, value, reason, seq) => {
  expect(record(value)).toMatchObject({ key: `${UNITS}/${unitId}`, reason: expect.stringMatching(reason), ...(seq && { seq }) })
})
