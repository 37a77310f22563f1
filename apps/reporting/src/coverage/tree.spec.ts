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
  expect(coverageByUnitAbove(areas, merged, { on: '2026-01-01', treeOn: '2026-01-01' })).toEqual([
    { unitAbove: 'X', covered: 2, functioning: 1 },
  ])
})

test('by the tree of a day, what was merged by then is stood for by what went on, over several mergers', () => {
  const rows = (treeOn: string) =>
    coverageByUnitAbove([area('a'), area('b'), area('c')], merged, { on: '2023-01-01', treeOn }).map(({ unitAbove, covered }) => [
      unitAbove,
      covered,
    ])
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
  const above = (unitId: string, on: string) => coverageByUnitAbove([area(unitId)], moved, { on, treeOn: on })[0]?.unitAbove
  expect(['2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01'].map((on) => above('a', on))).toEqual(['X', 'Y', 'Y', 'Z'])
  expect([above('b', '2020-01-01'), above('c', '2020-01-01'), above('d', '2020-01-01')]).toEqual([null, null, null])
})

describe('an area that was handed over', () => {
  const code = '320214052'
  const split = standing(
    ['a', { parentId: 'X', gave: { [code]: { '2022-01-01': 'b', '2026-01-01': 'c' } } }],
    ['b', { parentId: 'Y', until: '2024-01-01', successorId: 'a' }],
    ['c', { parentId: 'Z' }],
  )
  const above = (unitId: string, on: string, treeOn: string, said: Partial<AreaCoverage> = {}) =>
    coverageByUnitAbove([area(unitId, said)], split, { on, treeOn })[0]?.unitAbove

  test('is stood for by the one that took over, from that day on, and by the old one before it', () => {
    expect(above('a', '2021-12-31', '2021-12-31')).toBe('X')
    expect(above('a', '2021-12-31', '2022-01-01')).toBe('Y')
    expect(above('b', '2022-01-01', '2021-12-31')).toBe('Y')
  })

  test('comes back and goes over again in the order of days, each tree with one that stands for it', () => {
    expect([above('a', '2021-12-31', '2024-01-01'), above('a', '2021-12-31', '2026-01-01')]).toEqual(['X', 'Z'])
    expect([above('b', '2023-01-01', '2025-01-01'), above('a', '2025-01-01', '2026-01-01')]).toEqual(['X', 'Z'])
  })

  test('takes no other area of the unit with it; where another one carries it on, that goes by its former code', () => {
    expect(above('a', '2021-12-31', '2022-01-01', { code: '320214059' })).toBe('X')
    const unit = { unitId: 'a', path: [], covered: code }
    expect(above('a', '2021-12-31', '2022-01-01', { code: '320214059', unit })).toBe('Y')
  })

  test('ends with somebody, also where what is told goes round in a circle', () => {
    const day = '2022-01-01'
    const circle = standing(
      ['a', { parentId: 'X', gave: { [code]: { [day]: 'b' } } }],
      ['b', { parentId: 'Y', gave: { [code]: { [day]: 'a' } } }],
    )
    expect(coverageByUnitAbove([area('a')], circle, { on: day, treeOn: day })[0]?.unitAbove).toBe('X')
  })
})
