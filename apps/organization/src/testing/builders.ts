import { randomUUID } from 'node:crypto'
import type { Area, AreaRow } from '../areas/areas.domain'
import type { Body, Term } from '../bodies/bodies.domain'
import type { Seat } from '../bodies/seats.domain'
import type { Employer } from '../employers/employers.domain'
import type { Founding, FoundingMember, FoundingRecord } from '../foundings/founding-standing.domain'
import type { Designation } from '../pilots/designations.domain'
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

/** A designation as pilot of the streets from the notice's day on. */
export function aDesignation(said: Partial<Designation> = {}): Designation {
  const days = { from: '2018-06-11', until: null, enteredAt: '2018-06-12T01:00:00.000Z' } as const
  const kept = { category: 'subdistrict', department: 'GENERAL_OFFICE', paper: '锡科协发〔2018〕61号', endReason: null }
  return { id: randomUUID(), ...kept, ...days, ...said }
}

/** A firm of the street, known since 2016-01-01, covered by nobody. */
export function anEmployer(said: Partial<Employer> = {}): Employer {
  return { name: '红豆集团', kind: 'tech-firm', level: 'TOWN', areaCode: '320205001', path: PATH, from: '2016-01-01', ...said }
}

/** A term of 2021 to 2026, without seats. */
export function aTerm(said: Partial<Term> = {}): Term {
  return { id: randomUUID(), number: 3, from: '2021-06-01', until: '2026-06-01', seats: [], ...said }
}

/** A vice-chair's seat. */
export function aSeat(said: Partial<Seat> = {}): Seat {
  return {
    id: randomUUID(),
    title: '副主席',
    rank: 'VICE_CHAIR',
    kinds: ['PART_TIME_POST'],
    places: 1,
    reservedHead: null,
    role: null,
    ...said,
  }
}

/** The committee of the street's association, open since 2018-06-11, with terms. */
export function aBody(terms: Term[] = [], said: Partial<Body> = {}): Body {
  return { unitId: randomUUID(), unitType: 'TOWN', serves: 'TOWN', path: PATH, kind: 'committee', from: '2018-06-11', terms, ...said }
}

/** The founding of a firms' association of the street, jointly by area, from 2026-01-05 on. */
export function aFounding(said: Partial<Founding> = {}): Founding {
  const place = { areaCode: '320205001', path: PATH, alsoCovers: [], parentId: null, hostId: null, industry: null } as const
  const reviewers: Founding['reviewers'] = [
    { level: 'TOWN', area: '320205001' },
    { level: 'COUNTY', area: '320205' },
  ]
  const kept = { reviewers, members: [], records: [aFoundingRecord({ step: 'PREPARATION' })], outcome: null, unit: null, notCovered: [] }
  return {
    name: '东亭街道企业科协',
    unitType: 'ENTERPRISE',
    mode: 'JOINT_BY_AREA',
    ...place,
    path: [...PATH],
    alsoCovers: [],
    ...kept,
    ...said,
  }
}

/** A step of a founding that was taken on 2026-01-05. */
export function aFoundingRecord(said: Partial<FoundingRecord> = {}): FoundingRecord {
  const kept = { level: null, on: '2026-01-05', returned: false, paper: null, reason: null, by: 'clerk' }
  return { step: 'APPLICATION', ...kept, enteredAt: '2026-01-05T01:00:00.000Z', ...said }
}

/** So many members of a kind. */
export function membersOf(kind: FoundingMember['kind'], count: number): FoundingMember[] {
  return Array.from({ length: count }, () => ({ kind, id: randomUUID() }))
}

/** A list of areas as CSV. */
export function areaList(rows: readonly AreaRow[]): string {
  return [AREA_COLUMNS, ...rows.map((row) => [row.code, row.name, row.level, row.parent_code, row.kind, row.flag].join())].join('\n')
}

/** Its first line. */
export const AREA_COLUMNS = 'code,name,level,parent_code,kind,flag'
