import { entry, established } from '../testing/facts'
import { outboxFull, unpublished } from './log'

const unitId = '0190a7e0-0000-7000-8000-000000000001'
const entries = (count: number) => Array.from({ length: count }, (_, place) => entry(place + 1, established(unitId)))

test('an outbox takes a hundred events and no more', () => {
  expect(outboxFull(entries(99))).toBe(false)
  expect(outboxFull(entries(100))).toBe(true)
})

test('an outbox takes four megabytes and no more', () => {
  const large = (megabytes: number) => [{ ...entry(1, established(unitId)), data: { figures: '万'.repeat((megabytes * 1024 * 1024) / 3) } }]
  expect(outboxFull(large(3.9))).toBe(false)
  expect(outboxFull(large(4.1))).toBe(true)
})

test('what is unpublished comes in order of sequence', () => {
  expect(unpublished(entries(4).reverse(), 2).map(({ seq }) => seq)).toEqual([3, 4])
})
