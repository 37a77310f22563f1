import type { AreaCode, AreaKind, FormationMode, Level, LocalDate } from '@sizhang/contracts'
import { inForce, type Interval } from '@sizhang/service-kit/rules'

/** An area of the list, as far as coverage asks. */
export interface Place {
  code: AreaCode
  level: Level
  kind: AreaKind | null
  /** A row of the code list that stands for no real place. */
  placeholder: boolean
  /** In the list from; null: since ever. */
  from: LocalDate | null
}

/** A unit that covers areas of one level, with what makes it function: its chairs' holdings and its terms. */
export interface Association extends Interval {
  id: string
  serves: Level | null
  covers: readonly AreaCode[]
  mode: FormationMode
  chairs: readonly InBody[]
  terms: readonly InBody[]
}

/** A term of a body, or the holding of its chair. */
interface InBody {
  bodyId: string
  from: LocalDate
  until: LocalDate
}

/** 已建 / 联建、依托 / 空白 / 功能区. */
type CoverageState = 'OWN' | 'JOINT' | 'BLANK' | 'ZONE'

/** How one area is covered on a day. */
export interface AreaCoverage {
  code: AreaCode
  state: CoverageState
  /** Null when no association covers it. */
  functioning: boolean | null
  unitId: string | null
  /** Blank since; null when covered, and when it was blank ever since. */
  since: LocalDate | null
}

/** Areas by how they are covered. Zones stand apart from the total. */
export interface CoverageCount {
  total: number
  covered: number
  functioning: number
  blank: number
  zones: number
}

/**
 * An association functions on a day when it is in force, has a chair, and a term that is valid or at most a year overdue (N2.3a, domain (g)).
 * Posts other than secondments end with the term (domain (c)): while it is overdue, whoever held the chair on its last day stands for it.
 */
export function isFunctioning(association: Association, on: LocalDate): boolean {
  const { chairs, terms } = association
  const borne = terms.filter((term) => term.from <= on && on <= yearAfter(term.until))
  return (
    inForce(association, on) &&
    borne.length > 0 &&
    (chairs.some((chair) => inForce(chair, on)) ||
      borne.some((term) => isOverdue(term, terms, on) && chairs.some((chair) => heldToTheEnd(chair, term))))
  )
}

/** A term is overdue from the day on which it is over until its body's next term begins. */
function isOverdue(term: InBody, terms: readonly InBody[], on: LocalDate): boolean {
  return term.until <= on && !terms.some(({ bodyId, from }) => bodyId === term.bodyId && term.until <= from && from <= on)
}

function heldToTheEnd(chair: InBody, term: InBody): boolean {
  return chair.bodyId === term.bodyId && chair.from < term.until && term.until <= chair.until
}

/** How areas are covered on a day, in their order. Placeholders, and areas not yet in the list, are left out. */
export function coverageOn(places: readonly Place[], associations: Covering, on: LocalDate): AreaCoverage[] {
  return places
    .filter((place) => !place.placeholder && (place.from === null || place.from <= on))
    .map((place) => coverageOf(place, associations.get(place.code) ?? [], on))
}

/** Associations by the areas they cover. */
export type Covering = ReadonlyMap<AreaCode, readonly Association[]>

/** Puts associations in order by the areas they cover. */
export function coveringOf(associations: readonly Association[]): Covering {
  const covering = new Map<AreaCode, Association[]>()
  for (const association of associations) {
    for (const code of association.covers) {
      const others = covering.get(code)
      if (others) others.push(association)
      else covering.set(code, [association])
    }
  }
  return covering
}

/** Counts covered, functioning and blank areas; zones apart, in no denominator (domain (g)). */
export function countCoverage(areas: readonly AreaCoverage[]): CoverageCount {
  const count: CoverageCount = { total: 0, covered: 0, functioning: 0, blank: 0, zones: 0 }
  for (const { state, functioning } of areas) {
    if (state === 'ZONE') {
      count.zones++
      continue
    }
    count.total++
    count[state === 'BLANK' ? 'blank' : 'covered']++
    if (functioning) count.functioning++
  }
  return count
}

function coverageOf(place: Place, associations: readonly Association[], on: LocalDate): AreaCoverage {
  const serving = associations.filter(({ serves }) => serves === place.level)
  const covering = standsForArea(
    serving.filter((association) => inForce(association, on)),
    on,
  )
  const { code } = place
  const zone = place.kind === 'ZONE'
  if (!covering) return { code, state: zone ? 'ZONE' : 'BLANK', functioning: null, unitId: null, since: blankSince(place, serving, on) }
  const state = covering.mode === 'OWN' ? 'OWN' : 'JOINT'
  return { code, state: zone ? 'ZONE' : state, functioning: isFunctioning(covering, on), unitId: covering.id, since: null }
}

/** Where several cover one area, the one that functions stands for it; then an own one before a joint one, the older before the younger. */
function standsForArea(associations: readonly Association[], on: LocalDate): Association | undefined {
  return [...associations].sort((a, b) => (rankOf(a, on) < rankOf(b, on) ? -1 : 1))[0]
}

function rankOf(association: Association, on: LocalDate): string {
  return [isFunctioning(association, on) ? 0 : 1, association.mode === 'OWN' ? 0 : 1, association.from, association.id].join(' ')
}

/** An area is blank since its last association ended or, where there never was one, since it is in the list. */
function blankSince(place: Place, associations: readonly Association[], on: LocalDate): LocalDate | null {
  const ends = associations.flatMap(({ until }) => (until !== null && until <= on ? [until] : []))
  return ends.sort().at(-1) ?? place.from
}

/** The same day a year later. Of 29 February it makes a day that no calendar has, which still sorts between 28 February and 1 March. */
function yearAfter(date: LocalDate): LocalDate {
  return `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${date.slice(4)}`
}
