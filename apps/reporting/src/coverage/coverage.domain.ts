import type { AreaCode, FormationMode, Level, LocalDate } from '@sizhang/contracts'
import { inForce, type Interval } from '@sizhang/service-kit/rules'
import { isListedOn, kindOn, type DatedArea } from '../network/areas.domain'

/** An area of the list, as far as coverage asks. */
export interface Place extends DatedArea {
  code: AreaCode
  level: Level
}

/** A unit that covers areas of one level, with what makes it function: its chairs' holdings and its terms. */
export interface Association extends Interval {
  id: string
  serves: Level | null
  /** The areas that it ever covered. */
  covers: readonly AreaCode[]
  /** Areas that it took over, with each first day. */
  took?: Readonly<Record<AreaCode, Readonly<Record<LocalDate, true>>>>
  /** Areas that it handed over, with each first day on which it covers them no more, and who took over. */
  gave?: Readonly<Record<AreaCode, Readonly<Record<LocalDate, string>>>>
  /** The area that it covers, where another one carries that on by now; absent: the area itself. */
  covered?: AreaCode
  mode: FormationMode
  /** Where it lies, from the city down. */
  path: readonly AreaCode[]
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
  /** With the area that it covers, where another one carries that on by now. */
  unit: { unitId: string; path: readonly AreaCode[]; covered?: AreaCode } | null
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

/** How areas are covered on a day, in their order. Placeholders, and areas not yet or no more in the list, are left out: they are no blank spots. */
export function coverageOn(places: readonly Place[], associations: Covering, on: LocalDate): AreaCoverage[] {
  return places
    .filter((place) => isListedOn(place, on) && !kindOn(place, on).placeholder)
    .map((place) => coverageOf(place, associations.get(place.code) ?? [], on))
}

/** Associations by the areas they cover. */
export type Covering = ReadonlyMap<AreaCode, readonly Association[]>

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
  const zone = kindOn(place, on).kind === 'ZONE'
  if (!covering) return { code, state: zone ? 'ZONE' : 'BLANK', functioning: null, unit: null, since: blankSince(place, serving, on) }
  const state = covering.mode === 'OWN' ? 'OWN' : 'JOINT'
  const unit = { unitId: covering.id, path: covering.path, ...(covering.covered ? { covered: covering.covered } : {}) }
  return { code, state: zone ? 'ZONE' : state, functioning: isFunctioning(covering, on), unit, since: null }
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
