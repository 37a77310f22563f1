import { sideBySide } from './by-unit-above'

const below = (id: string | null, covered: number) => ({
  __typename: 'CoverageByUnitAbove' as const,
  unit: id === null ? null : { __typename: 'Unit' as const, id, name: id },
  covered,
})
const lines = (...trees: Parameters<typeof sideBySide>) => sideBySide(...trees).map(({ unit, then, now }) => [unit?.id ?? null, then, now])

test('each unit above has one line with both trees; one that only one tree has, stands with nothing in the other', () => {
  expect(lines([below('X', 1), below('Y', 2)], [below('X', 3)])).toEqual([
    ['X', 1, 3],
    ['Y', 2, 0],
  ])
})

test('what stands below none, or below what the reader may not see, is one line, the last', () => {
  expect(lines([below(null, 1), below('X', 1), below(null, 2)], [below('Z', 4)])).toEqual([
    ['X', 1, 0],
    ['Z', 0, 4],
    [null, 3, 0],
  ])
})
