import type { BlankSpotsPageQuery } from '../graph.generated'
import { blankSpots } from './blank-spots'

type Cell = BlankSpotsPageQuery['coverageGrid'][number]
const path = (['CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const).map((level, index) => ({
  __typename: 'Area' as const,
  code: String(index),
  name: level,
  level,
}))
const cell = (state: Cell['state'], since: string | null): Cell => ({
  __typename: 'AreaCoverage',
  at: { __typename: 'Area', code: '3' },
  area: { __typename: 'Area', code: '3', name: '某村', kind: 'VILLAGE', path },
  state,
  since,
})

test('only blank areas are listed, with where they lie and for how many days they have been blank', () => {
  const spots = blankSpots([cell('OWN', null), cell('ZONE', null), cell('BLANK', '2026-06-01')], '2026-06-30')
  expect(spots).toEqual([{ code: '3', name: '某村', kind: 'VILLAGE', county: 'COUNTY', town: 'TOWN', since: '2026-06-01', days: 29 }])
})

test('with the name of its area out of reach, a blank spot is still listed, under its code', () => {
  const spots = blankSpots([{ ...cell('BLANK', null), area: null }], '2026-06-30')
  expect(spots).toMatchObject([{ code: '3', name: '—', kind: null, county: null }])
})

test('where it is not known since when, the days are unknown, not zero', () => {
  expect(blankSpots([cell('BLANK', null)], '2026-06-30')[0]?.days).toBeNull()
})
