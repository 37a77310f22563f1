import { Ring } from './ring'

const record = (partition: number, offset: number) => ({ topic: 'units', partition, offset, fact: undefined })
const seen = (...next: number[]) => new Map([['units', next]])

test('a ring covers whoever has seen what it no longer keeps', () => {
  const ring = new Ring(seen(10, 20), 2)
  for (const offset of [10, 11, 12]) ring.add(record(0, offset))
  expect(ring.covers(seen(10, 20))).toBe(false)
  expect(ring.covers(seen(11, 20))).toBe(true)
  expect(ring.covers(seen(11, 19))).toBe(false)
})

test('a ring keeps the latest records under running indexes', () => {
  const ring = new Ring(seen(0, 0), 3)
  for (let offset = 0; offset < 10; offset += 1) ring.add(record(offset % 2, offset))
  expect([ring.first, ring.end]).toEqual([7, 10])
  expect([7, 8, 9].map((index) => ring.at(index)?.offset)).toEqual([7, 8, 9])
})
