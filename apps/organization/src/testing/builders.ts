import { randomUUID } from 'node:crypto'
import type { Area, AreaRow } from '../areas/areas.domain'
import type { Body, Seat, Term } from '../bodies/bodies.domain'
import type { Unit } from '../units/units.domain'

/** A street of the city, from the city down. */
export const PATH = ['320200', '320205', '320205001']

/** A row of a list of areas: a street, unless told otherwise. */
export function aRow(said: Partial<AreaRow> = {}): AreaRow {
  return { line: 4, code: '320205001', name: '东亭街道', level: 'town', parent_code: '320205', kind: 'subdistrict', flag: '', ...said }
}

/** The city and a county of it, as rows of lines 2 and 3. */
export const CITY_AND_COUNTY: AreaRow[] = [
  aRow({ line: 2, code: '320200', name: '无锡市', level: 'city', parent_code: '', kind: '' }),
  aRow({ line: 3, code: '320205', name: '锡山区', level: 'county', parent_code: '320200', kind: '' }),
]

/** The street as it is kept. */
export function anArea(said: Partial<Area> = {}): Area {
  const place = { code: '320205001', level: 'TOWN', kind: 'STREET', parent: '320205', path: PATH } as const
  return { ...place, path: [...PATH], name: '东亭街道', placeholder: false, from: null, ...said }
}

/** The association of the street, in force since 2018-06-11. */
export function aUnit(said: Partial<Unit> = {}): Unit {
  const place = { areaCode: '320205001', path: PATH, covers: ['320205001'], parentId: null, mode: 'OWN', hostId: null } as const
  const kept = { name: '东亭街道科协', unitType: 'TOWN', from: '2018-06-11', until: null, dissolveReason: null, pilotCategory: null }
  return { ...place, covers: [...place.covers], ...kept, ...said }
}

/** A term of 2021 to 2026, without seats. */
export function aTerm(said: Partial<Term> = {}): Term {
  return { id: randomUUID(), number: 3, from: '2021-06-01', until: '2026-06-01', seats: [], ...said }
}

/** A vice-chair's seat. */
export function aSeat(said: Partial<Seat> = {}): Seat {
  return { id: randomUUID(), title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST'], places: 1, reservedHead: null, ...said }
}

/** The committee of the street's association, open since 2018-06-11, with terms. */
export function aBody(terms: Term[] = [], said: Partial<Body> = {}): Body {
  return { unitId: randomUUID(), unitType: 'TOWN', serves: 'TOWN', path: PATH, kind: 'committee', from: '2018-06-11', terms, ...said }
}

/** A list of areas as CSV. */
export function areaList(rows: readonly AreaRow[]): string {
  return [AREA_COLUMNS, ...rows.map((row) => [row.code, row.name, row.level, row.parent_code, row.kind, row.flag].join())].join('\n')
}

/** Its first line. */
export const AREA_COLUMNS = 'code,name,level,parent_code,kind,flag'
