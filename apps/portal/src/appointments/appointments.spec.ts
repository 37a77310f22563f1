import type { Seat } from './appointments'
import { inputOf, nothingGiven, usualOf } from './appointments'

const seat = {
  id: 'seat',
  kinds: ['PART_TIME_POST', 'SECONDMENT'],
  term: { from: '2026-01-10', until: '2031-01-10' },
  appointments: [],
} as unknown as Seat
const held = { ...seat, appointments: [{ id: 'before' }] } as unknown as Seat

test('who is first in a seat begins with the term; who follows somebody begins on the day', () => {
  expect(usualOf(seat, nothingGiven, '2026-06-30').from).toBe('2026-01-10')
  expect(usualOf(held, nothingGiven, '2026-06-30').from).toBe('2026-06-30')
  expect(usualOf(held, nothingGiven, '2025-12-31').from).toBe('2026-01-10')
})

test('a part-time post ends with the term and rests on an election, a secondment runs for a year and rests on a sending', () => {
  expect(usualOf(seat, nothingGiven, '2026-06-30')).toMatchObject({ kind: 'PART_TIME_POST', basis: 'ELECTION', until: '2031-01-10' })
  expect(usualOf(seat, { ...nothingGiven, kind: 'SECONDMENT', from: '2026-03-01' }, '2026-06-30')).toMatchObject({
    basis: 'SENDING',
    until: '2027-03-01',
  })
})

test('nothing is sent while nobody is chosen; what was chosen wins over what is usual', () => {
  expect(inputOf(seat, nothingGiven, '2026-06-30')).toBeNull()
  const given = { ...nothingGiven, personId: 'person', basis: 'ENGAGEMENT' as const, paper: ' 3号 ', until: '2028-01-10' }
  expect(inputOf(seat, given, '2026-06-30')).toEqual({
    seatId: 'seat',
    personId: 'person',
    kind: 'PART_TIME_POST',
    basis: 'ENGAGEMENT',
    paper: '3号',
    from: '2026-01-10',
    until: '2028-01-10',
  })
})
