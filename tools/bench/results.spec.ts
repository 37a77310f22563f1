import { carriedOver, moved, type Recorded, withRow } from './results'

const line = (row: number, ratio: number, spread: { least: number; most: number }, name = 'a'): Recorded => ({
  ...{ row, name, unit: 'rows/s', ours: ratio, theirs: 1, ratio, spread, aim: { ratioAtLeast: 1 }, met: ratio >= 1 },
  ...{ sizes: '', rounds: 5, at: '2026-11-25T00:00:00.000Z', load: 1, command: '' },
})

test('a row that was measured anew replaces all its lines, and the others stay, in order', () => {
  const near = { least: 1, most: 1 }
  const before = [line(3, 1, near), line(4, 1, near, 'service'), line(4, 1, near, 'gateway'), line(6, 1, near)]
  const now = withRow(before, [line(4, 2, near, 'other')])
  expect(now.map(({ row, name }) => `${row} ${name}`)).toEqual(['3 a', '4 other', '6 a'])
})

test.each([
  ['inside the spread of the other run', { least: 0.4, most: 0.6 }, 0.55, { least: 0.54, most: 0.56 }, 0],
  ['around the earlier ratio', { least: 0.49, most: 0.51 }, 0.7, { least: 0.45, most: 0.8 }, 0],
  ['beyond both spreads', { least: 0.4, most: 0.6 }, 0.8, { least: 0.7, most: 0.9 }, 1],
])('a ratio %s: %j and %d %j', (_, earlier, ratio, later, count) => {
  expect(moved([line(3, 0.5, earlier)], [line(3, ratio, later)])).toHaveLength(count)
})

test('a line that was not measured before has not moved', () => {
  expect(moved([], [line(3, 1, { least: 1, most: 1 })])).toEqual([])
})

test('a row that was measured on another machine goes on saying so, whichever machine comes next', () => {
  const rows = [line(3, 1, { least: 1, most: 1 })]
  const there = carriedOver({ machine: 'there', engines: '', rows }, 'here')
  expect(there.map(({ machine }) => machine)).toEqual(['there'])
  expect(carriedOver({ machine: 'here', engines: '', rows: there }, 'there').map(({ machine }) => machine)).toEqual([undefined])
})
