import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AreaKind, Level } from '@sizhang/contracts'
import { parse } from 'csv-parse/sync'
import { countCoverage, coverageOn, type Association, type Place } from './coverage.domain'
import { coveringOf } from './covering.domain'

const SERVES: Partial<Record<string, Level>> = {
  county: 'COUNTY',
  district: 'COUNTY',
  town: 'TOWN',
  subdistrict: 'TOWN',
  village: 'VILLAGE',
  community: 'VILLAGE',
}

function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(join(__dirname, '../../../../tools/demo/data', file)), { columns: true })
}

/** The list of areas of the city, as of mid-2023. */
const places = rowsOf('wuxi-areas.csv').map(({ code = '', level = '', kind, flag }): Place => ({
  code,
  level: level.toUpperCase() as Level,
  kind: kind === 'quasi' ? 'ZONE' : (kind?.toUpperCase().replace('-', '_') as AreaKind),
  placeholder: flag === 'placeholder',
  from: null,
}))

/** The 23 pilot units of the notice (A2), in force from its day. */
const pilots = rowsOf('pilot-units.csv').map(({ category = '', unit = '', host_area_code: area }): Association => ({
  id: unit,
  serves: SERVES[category] ?? null,
  covers: area ? [area] : [],
  mode: 'OWN',
  path: [],
  from: '2018-06-11',
  until: null,
  chairs: [],
  terms: [],
}))

const counted = (level: Level, on: string, associations = pilots) =>
  countCoverage(
    coverageOn(
      places.filter((place) => place.level === level),
      coveringOf(associations),
      on,
    ),
  )

test('by the notice, 3 of 7 counties are covered on the day of the pilot list', () => {
  expect(counted('COUNTY', '2018-06-11')).toEqual({ total: 7, covered: 3, functioning: 0, blank: 4, zones: 0 })
})

test('by the notice, 5 of 72 streets and towns are covered, and 16 development zones stand apart', () => {
  expect(counted('TOWN', '2018-06-11')).toEqual({ total: 72, covered: 5, functioning: 0, blank: 67, zones: 16 })
})

test('by the notice, 2 of 1,241 villages and communities are covered: 13 placeholders count nowhere', () => {
  expect(counted('VILLAGE', '2018-06-11')).toEqual({ total: 1_241, covered: 2, functioning: 0, blank: 1_239, zones: 0 })
})

test("the farmers' and firms' associations cover no area", () => {
  expect(pilots.filter(({ serves }) => serves === null)).toHaveLength(12)
  expect(counted('CITY', '2018-06-11')).toMatchObject({ total: 1, covered: 0 })
})

test.each<Level>(['CITY', 'COUNTY', 'TOWN', 'VILLAGE'])('the day before the pilot list nothing is covered: %s', (level) => {
  expect(counted(level, '2018-06-10')).toMatchObject({ covered: 0, functioning: 0 })
})

test('an association functions only once a term is open and a chair holds a seat', () => {
  const [chairs, terms] = [
    [{ bodyId: 'b', from: '2018-07-01', until: '2023-07-01' }],
    [{ bodyId: 'b', from: '2018-07-01', until: '2023-07-01' }],
  ]
  const functioning = (said: Partial<Association>, on = '2018-07-01') =>
    counted(
      'TOWN',
      on,
      pilots.map((pilot) => ({ ...pilot, ...said })),
    ).functioning
  expect(functioning({ terms })).toBe(0)
  expect(functioning({ chairs })).toBe(0)
  expect(functioning({ chairs, terms })).toBe(5)
  expect(functioning({ chairs, terms }, '2018-06-30')).toBe(0)
})
