import type { Ended } from '@sizhang/service-kit/rules'
import { countCoverage, coverageOn, type Association, type Place } from './coverage.domain'
import { coveringOf, placesWithin } from './covering.domain'

const BEFORE = '2025-12-31'
const DAY = '2026-01-01'
const heirOf = (code: string) => ['320200', code.slice(0, 6), code]
const ended = (...all: [string, string][]): Ended => new Map(all.map(([code, heir]) => [code, { code, on: DAY, heir: heirOf(heir) }]))
const street = (code: string, said: Partial<Place> = {}): Place & { path: string[] } => {
  return { code, level: 'TOWN', kind: 'STREET', placeholder: false, from: null, path: heirOf(code), ...said }
}
const over = { end: { on: DAY } }
const association = (code: string, said: Partial<Association> = {}): Association => {
  const kept = { serves: 'TOWN', mode: 'OWN', from: '2018-06-11', until: null, chairs: [], terms: [] } as const
  return { id: `u${code}`, covers: [code], path: heirOf(code), ...kept, chairs: [], terms: [], ...said }
}
const states = (places: Place[], associations: Association[], gone: Ended, on: string) =>
  coverageOn(places, coveringOf(associations, gone), on).map(({ code, state, unit }) => [code, state, unit?.unitId ?? null])

test('what covered a street covers the one it was merged into, from that day on; the figures of both years stand beside each other', () => {
  const merged = ended(['320205002', '320205001'])
  const places = [street('320205001'), street('320205002', over)]
  const associations = [association('320205002')]
  expect(states(places, associations, merged, BEFORE)).toEqual([
    ['320205001', 'BLANK', null],
    ['320205002', 'OWN', 'u320205002'],
  ])
  expect(states(places, associations, merged, DAY)).toEqual([['320205001', 'OWN', 'u320205002']])
  const count = (on: string) => countCoverage(coverageOn(places, coveringOf(associations, merged), on))
  expect([count(BEFORE), count(DAY)]).toMatchObject([
    { total: 2, covered: 1, blank: 1 },
    { total: 1, covered: 1, blank: 0 },
  ])
})

test('an association that was dissolved before the merger covers nothing after it', () => {
  const dissolved = association('320205002', { until: '2025-06-30' })
  expect(states([street('320205001')], [dissolved], ended(['320205002', '320205001']), DAY)).toEqual([['320205001', 'BLANK', null]])
})

test('of a street that was split the first part goes on with what covered it; the others are blank since that day', () => {
  const split = ended(['320205001', '320205011'])
  const places = [street('320205001', over), street('320205011', { from: DAY }), street('320205012', { from: DAY })]
  expect(states(places, [association('320205001')], split, DAY)).toEqual([
    ['320205011', 'OWN', 'u320205001'],
    ['320205012', 'BLANK', null],
  ])
  expect(coverageOn(places, coveringOf([], split), DAY)[1]?.since).toBe(DAY)
})

test('a street that is gone is no blank spot, and what covered it covers nothing', () => {
  expect(states([street('320205001', over)], [association('320205001')], new Map(), DAY)).toEqual([])
})

const lyingIn = (code: string, ...[places, gone]: [Parameters<typeof placesWithin>[0], Ended]) =>
  placesWithin(places, [code], gone).get(code) ?? []

test('however many areas are asked for, each place is looked at once; one may lie in several, and one in none', () => {
  let looks = 0
  const looked = (code: string, path: string[]) =>
    Object.defineProperty({ ...street(code) }, 'path', { enumerable: true, get: () => ((looks += 1), path) })
  const places = [looked('320205001', ['320200', '320205', '320205001']), looked('320206001', ['320200', '320206', '320206001'])]
  const many = Array.from({ length: 1_000 }, (_, place) => String(330_000 + place))
  const within = placesWithin(places, ['320200', '320206', ...many], new Map())
  const codesIn = (code: string) => within.get(code)?.map((place) => place.code)
  expect([codesIn('320200'), codesIn('320206'), codesIn('330000')]).toEqual([['320205001', '320206001'], ['320206001'], []])
  expect(looks).toBe(2)
})

test('a moved street counts for its county until then, and for the other from then on', () => {
  const moved = ended(['320205002', '320206002'])
  const places = [street('320205001'), street('320205002', over), street('320206002', { from: DAY })]
  const within = (county: string, on: string) => coverageOn(lyingIn(county, places, moved), new Map(), on).map(({ code }) => code)
  expect([within('320205', BEFORE), within('320205', DAY)]).toEqual([['320205001', '320205002'], ['320205001']])
  expect([within('320206', BEFORE), within('320206', DAY)]).toEqual([[], ['320206002']])
})

test('the villages of a merged street lie within the other from that day on', () => {
  const merged = ended(['320205002', '320205001'])
  const village = { ...street('320205002001'), level: 'VILLAGE' as const, path: [...heirOf('320205002'), '320205002001'] }
  const within = (code: string, on: string) => coverageOn(lyingIn(code, [village], merged), new Map(), on).length
  expect([within('320205002', BEFORE), within('320205002', DAY)]).toEqual([1, 0])
  expect([within('320205001', BEFORE), within('320205001', DAY)]).toEqual([0, 1])
  expect(lyingIn('320205', [village], merged)).toMatchObject([{ from: null }])
})

test('a zone that became a street is in the denominator from then on', () => {
  const zone = street('320205400', { kind: 'ZONE', later: { [DAY]: { kind: 'STREET', placeholder: false } } })
  expect([states([zone], [], new Map(), BEFORE), states([zone], [], new Map(), DAY)]).toEqual([
    [['320205400', 'ZONE', null]],
    [['320205400', 'BLANK', null]],
  ])
})

describe('a unit that hands an area over', () => {
  const gone = { '320205002': { [DAY]: 'u2' } }
  const street2 = [street('320205002')]
  const seen = (said: Partial<Association>[], on: string, places = street2, ends: Ended = new Map()) =>
    states(
      places,
      said.map((each, at) => association('320205002', { id: `u${at + 1}`, ...each })),
      ends,
      on,
    )[0]?.slice(1)

  test('covers it until that day, and the other one from then on', () => {
    const said = [{ gave: gone }, { took: { '320205002': { [DAY]: true as const } } }]
    expect([seen(said, BEFORE), seen(said, DAY)]).toEqual([
      ['OWN', 'u1'],
      ['OWN', 'u2'],
    ])
  })

  test('covers it again once it comes back, and hands it over again', () => {
    const back = { took: { '320205002': { '2024-01-01': true as const } }, gave: { '320205002': { '2022-01-01': 'u2', [DAY]: 'u2' } } }
    const told = ['2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01', BEFORE, DAY].map((on) => seen([back], on)?.[0])
    expect(told).toEqual(['OWN', 'BLANK', 'BLANK', 'OWN', 'OWN', 'BLANK'])
  })

  test('that it took over on one day and hands over on the same was never its own', () => {
    const passing = { took: { '320205002': { [DAY]: true as const } }, gave: gone }
    expect([seen([passing], BEFORE), seen([passing], DAY)]).toEqual([
      ['BLANK', null],
      ['BLANK', null],
    ])
  })

  test('leaves it blank since that day where nobody takes it over', () => {
    const [area] = coverageOn(street2, coveringOf([association('320205002', { gave: gone })]), '2026-06-01')
    expect(area?.since).toBe(DAY)
    const [before] = coverageOn(street2, coveringOf([association('320205002', { gave: gone, until: '2025-01-01' })]), '2026-06-01')
    expect(before?.since).toBe('2025-01-01')
  })

  test('hands over what carries the area on, and names the area that it was', () => {
    const merged = ended(['320205002', '320205001'])
    const said = { gave: { '320205002': { '2026-06-01': 'u2' } } }
    const places = [street('320205001')]
    expect([seen([said], '2026-05-31', places, merged), seen([said], '2026-06-01', places, merged)]).toEqual([
      ['OWN', 'u1'],
      ['BLANK', null],
    ])
    const [area] = coverageOn(places, coveringOf([association('320205002', said)], merged), DAY)
    expect(area?.unit).toMatchObject({ covered: '320205002' })
  })
})
