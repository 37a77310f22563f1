import type { AreaCoverage } from './coverage.domain'
import { coverageByUnitAbove, type Standing } from './tree.domain'

const place = { path: ['320200'], until: null }
const area = (unitId: string | null, said: Partial<AreaCoverage> = {}): AreaCoverage => ({
  ...{ code: '320214052', state: unitId ? ('OWN' as const) : ('BLANK' as const), functioning: unitId ? true : null, since: null },
  unit: unitId ? { unitId, path: [] } : null,
  ...said,
})
const standing = (...rows: [string, Partial<Standing>][]) => new Map(rows.map(([id, said]) => [id, { ...place, ...said }]))
const merged = standing(
  ['a', { parentId: 'X' }],
  ['b', { parentId: 'Y', until: '2025-01-01', successorId: 'a' }],
  ['c', { parentId: 'Y', until: '2024-01-01', successorId: 'b' }],
)

test('a covered area counts below the unit above of what covers it, a blank one and a zone nowhere', () => {
  const areas = [area('a'), area('a', { functioning: false }), area(null), area('a', { state: 'ZONE' })]
  expect(coverageByUnitAbove(areas, merged, '2026-01-01')).toEqual([{ unitAbove: 'X', covered: 2, functioning: 1 }])
})

test('by the tree of a day, what was merged by then is stood for by what went on, over several mergers', () => {
  const rows = (on: string) =>
    coverageByUnitAbove([area('a'), area('b'), area('c')], merged, on).map(({ unitAbove, covered }) => [unitAbove, covered])
  expect(rows('2023-12-31')).toEqual([
    ['X', 1],
    ['Y', 2],
  ])
  expect(rows('2024-12-31')).toEqual([
    ['X', 1],
    ['Y', 2],
  ])
  expect(rows('2025-01-01')).toEqual([['X', 3]])
})

test('a unit that moved stands where it stood on the day; one without a unit above, or not known, under none', () => {
  const moved = standing(['a', { parentId: 'X', moves: { '2020-01-01': 'Y', '2022-01-01': 'Z' } }], ['b', { parentId: null }], ['c', {}])
  const above = (unitId: string, on: string) => coverageByUnitAbove([area(unitId)], moved, on)[0]?.unitAbove
  expect(['2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01'].map((on) => above('a', on))).toEqual(['X', 'Y', 'Y', 'Z'])
  expect([above('b', '2020-01-01'), above('c', '2020-01-01'), above('d', '2020-01-01')]).toEqual([null, null, null])
})
