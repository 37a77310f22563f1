import {
  BodyOpened,
  ranks,
  SeatCreated,
  TermOpened,
  type AreaCode,
  type HoldingKind,
  type Level,
  type LocalDate,
  type Rank,
} from '@sizhang/contracts'
import { daysBetween, decided, inForce, overlaps, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'
import { bodyKindOf } from './body-kinds.domain'

/** 职务: a seat of a term. */
export interface Seat {
  id: string
  title: string
  rank: Rank
  kinds: HoldingKind[]
  places: number
  reservedHead: string | null
}

/** 届: a numbered term with its seats. `id` is that of the command that opened it. */
export interface Term {
  id: string
  number: number
  from: LocalDate
  until: LocalDate
  seats: Seat[]
}

/** 机构: a permanent body of a unit. */
export interface Body {
  unitId: string
  unitType: string
  serves: Level | null
  path: AreaCode[]
  kind: string
  from: LocalDate
  terms: Term[]
}

/** The unit as a body sees it. */
export interface BodyUnit extends Interval {
  unitType: string
  serves: Level | null
  usualBodyKind: string
  path: AreaCode[]
}

/** What is said of a new body. */
export interface OpenBody {
  bodyId: string
  unitId: string
  kind?: string | null | undefined
  from: LocalDate
}

/** A unit that is in force opens a body of a kind of the catalogue. */
export function openBody({ bodyId, unitId, kind: given, from }: OpenBody, unit: BodyUnit | null): Decision<Body> {
  if (!unit) throw new Rejected('UNIT_UNKNOWN', { field: 'unitId', value: unitId })
  if (!inForce(unit, from)) throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  const kind = bodyKindOf(given ?? unit.usualBodyKind)
  if (!kind) throw new Rejected('BODY_KIND_UNKNOWN', { field: 'kind', value: given })
  const { unitType, serves, path } = unit
  const body = { unitId, unitType, serves, path, kind: kind.code, from, terms: [] }
  return decided(body, BodyOpened.of({ bodyId, unitId, unitType, serves, path, kind: kind.code, from }))
}

/** A seat as it is asked for: one place unless more are said. */
type SeatWish = Omit<Seat, 'id' | 'places' | 'reservedHead'> & {
  places?: number | undefined
  reservedHead?: string | null | undefined
}

/** What is said of a new term. */
export interface OpenTerm {
  bodyId: string
  termId: string
  number?: number | null | undefined
  from: LocalDate
  until: LocalDate
  seats: { id: string; seat: SeatWish }[]
}

/** A term of a body begins, with its seats: numbered, not before the body, and never two terms on one day. */
export function openTerm(body: Body, command: OpenTerm, knownHeads: ReadonlySet<string>): Decision<Body> {
  const { bodyId, termId: id, from, until } = command
  const number = command.number ?? Math.max(0, ...body.terms.map((term) => term.number)) + 1
  if (number < 1 || number > 999) throw new Rejected('TERM_NUMBER_OUT_OF_RANGE', { field: 'number', value: number })
  if (until <= from) throw new Rejected('TERM_ENDS_BEFORE_IT_STARTS', { field: 'until', value: until, from })
  if (from < body.from) throw new Rejected('TERM_BEFORE_BODY', { field: 'from', value: from, opened: body.from })
  if (body.terms.some((term) => term.number === number)) throw new Rejected('TERM_NUMBER_TAKEN', { field: 'number', value: number })
  const crossed = body.terms.find((term) => overlaps(term, { from, until }))
  if (crossed) throw new Rejected('TERM_OVERLAPS', { field: 'from', value: from, number: crossed.number, ...interval(crossed) })
  const seats = command.seats.map((wish, place) => seatOf(wish.id, wish.seat, knownHeads, `seats.${place}`))
  const term: Term = { id, number, from, until, seats }
  const terms = [...body.terms, term].sort((a, b) => (a.from < b.from ? -1 : 1))
  const opened = TermOpened.of({ ...placeOf(bodyId, body), term: number, from, until })
  return decided({ ...body, terms }, opened, ...seats.map((seat) => seatCreated(bodyId, body, term, seat)))
}

/** What is said of a further seat of a term. */
export interface CreateSeat {
  bodyId: string
  seatId: string
  term: number
  seat: SeatWish
}

/** A further seat is added to a term. */
export function createSeat(
  body: Body,
  { bodyId, seatId, term: number, seat: wish }: CreateSeat,
  knownHeads: ReadonlySet<string>,
): Decision<Body> {
  const term = body.terms.find((known) => known.number === number)
  if (!term) throw new Rejected('TERM_UNKNOWN', { field: 'term', value: number })
  const seat = seatOf(seatId, wish, knownHeads, 'seat')
  const terms = body.terms.map((known) => (known === term ? { ...term, seats: [...term.seats, seat] } : known))
  return decided({ ...body, terms }, seatCreated(bodyId, body, term, seat))
}

/** The term that runs on a day, if one does. */
export function termOn(body: Body, on: LocalDate): Term | undefined {
  return body.terms.find((term) => inForce(term, on))
}

/** Days that a term is past its end on a day while no later term runs; 0 when it is not overdue. */
export function overdueDays(body: Body, term: Term, on: LocalDate): number {
  const later = body.terms.some((other) => other.from >= term.until && other.from <= on)
  return later ? 0 : Math.max(0, daysBetween(term.until, on))
}

function seatOf(id: string, wish: SeatWish, knownHeads: ReadonlySet<string>, field: string): Seat {
  const title = plainText(`${field}.title`, wish.title, { min: 2, max: 40 })
  const kinds = [...new Set(wish.kinds)]
  if (kinds.length === 0) throw new Rejected('SEAT_KINDS_MISSING', { field: `${field}.kinds` })
  const places = wish.places ?? 1
  if (places < 1 || places > 200) throw new Rejected('SEAT_PLACES_OUT_OF_RANGE', { field: `${field}.places`, value: places })
  const reservedHead = wish.reservedHead ?? null
  if (reservedHead !== null && !knownHeads.has(reservedHead))
    throw new Rejected('HEAD_UNKNOWN', { field: `${field}.reservedHead`, value: reservedHead })
  return { id, title, rank: wish.rank, kinds, places, reservedHead }
}

function seatCreated(bodyId: string, body: Body, term: Term, { id: seatId, title: _, ...seat }: Seat) {
  return SeatCreated.of({ ...placeOf(bodyId, body), seatId, term: term.number, termFrom: term.from, termUntil: term.until, ...seat })
}

function placeOf(bodyId: string, { unitId, unitType, serves, path }: Body) {
  return { bodyId, unitId, unitType, serves, path }
}

function interval({ from, until }: Term) {
  return { from, until }
}

/** Seats as they are read out: by rank, then in the order in which they were created. */
export function byRank(seats: readonly Seat[]): Seat[] {
  return [...seats].sort((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank))
}
