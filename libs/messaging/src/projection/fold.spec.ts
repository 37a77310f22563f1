import type { Write } from '../when'
import { fold } from './fold'
import type { Step } from './plan'

const step = (seq: number, ...writes: Write[]): Step => ({
  reading: { key: 'k', raw: { topic: 't', partition: 0, offset: seq, value: null }, reason: '' },
  seq,
  writes,
})
const unit = (id: string, change: Pick<Write, 'set' | 'unset'>): Write => ({ into: 'units', id, ...change })
const shown = (rounds: ReturnType<typeof fold>) =>
  rounds.map((round) => round.map(({ id, seq, set, unset }) => ({ id, seq, set: Object.fromEntries(set), unset: [...unset] })))

test('several facts about one document become one update with the last sequence', () => {
  const steps = [
    step(1, unit('a', { set: { name: 1, area: 1 } }), unit('b', { set: { name: 1 } })),
    step(2, unit('a', { set: { name: 2 }, unset: ['area'] })),
    step(3, unit('a', { set: { area: 3 }, unset: ['name'] })),
  ]
  expect(shown(fold(steps))).toEqual([
    [
      { id: 'a', seq: 3, set: { area: 3 }, unset: ['name'] },
      { id: 'b', seq: 1, set: { name: 1 }, unset: [] },
    ],
  ])
})

test('a path within or around an earlier one waits for the next round', () => {
  const steps = [
    step(1, unit('a', { set: { seats: {} } })),
    step(2, unit('a', { set: { 'seats.7': 1 } })),
    step(3, unit('a', { set: { 'seats.8': 1, seatsFree: 2 } })),
    step(4, unit('a', { unset: ['seats'] })),
  ]
  expect(shown(fold(steps))).toEqual([
    [{ id: 'a', seq: 1, set: { seats: {} }, unset: [] }],
    [{ id: 'a', seq: 3, set: { 'seats.7': 1, 'seats.8': 1, seatsFree: 2 }, unset: [] }],
    [{ id: 'a', seq: 4, set: {}, unset: ['seats'] }],
  ])
})

test('one path of several that lies within an earlier one lets the whole fact wait', () => {
  const steps = [step(1, unit('a', { set: { seats: {} } })), step(2, unit('a', { set: { name: 2, 'seats.7': 1 } }))]
  expect(shown(fold(steps)).map((round) => round.map(({ seq }) => seq))).toEqual([[1], [2]])
})

test('a fact that no handler wants changes nothing', () => {
  expect(fold([{ ...step(1), writes: undefined }])).toEqual([])
})
