import {
  BodyEnded,
  BodyOpened,
  NO_END,
  SeatCreated,
  TermEndedEarly,
  TermOpened,
  type AreaCode,
  type Level,
  type LocalDate,
} from '@sizhang/contracts'
import { addMonths, decided, inForce, overlaps, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'
import { unitTypeOf } from '../units/unit-types.domain'
import { bodyKindOf, bodyKindsOf, isStanding, type BodyKind } from './body-kinds.domain'
import { seatOf, type Seat, type SeatSurroundings, type SeatWish } from './seats.domain'

/** 届: a numbered term with its seats. `id` is that of the command that opened it. */
export interface Term {
  id: string
  number: number
  from: LocalDate
  until: LocalDate
  seats: Seat[]
  /** 延期换届: the day to which the congress was put off, and the paper; absent: it was not. */
  postponed?: { until: LocalDate; paper: string }
  /** 提前换届: the day to which the term was to run, and the paper by which the congress was held early; absent: it was not. */
  endedEarly?: { agreed: LocalDate; paper: string }
}

/** 机构: a permanent body of a unit, or a group that stands until it is ended (A1). The seats of a group are those of its one term, which has no end. */
export interface Body {
  unitId: string
  unitType: string
  serves: Level | null
  path: AreaCode[]
  kind: string
  /** The name of a group; null or absent: its kind names it. */
  name?: string | null
  from: LocalDate
  /** First day on which there is no such group, and the paper; absent: nobody ended it. */
  ended?: { on: LocalDate; paper: string | null }
  terms: Term[]
}

/** The unit as a body sees it. */
export interface BodyUnit extends Interval {
  unitType: string
  serves: Level | null
  usualBodyKind: string
  path: AreaCode[]
}

/** A unit as its bodies see it; null: of a type that no catalogue has any more. */
export function bodyUnitOf(unit: Omit<BodyUnit, 'serves' | 'usualBodyKind'>): BodyUnit | null {
  const type = unitTypeOf(unit.unitType)
  return type ? { ...unit, serves: type.serves, usualBodyKind: type.bodyKind } : null
}

type WishedSeats = { id: string; seat: SeatWish }[]

/** What is said of a new body; with its first term, or as a group with its seats, where these are said. */
export interface OpenBody {
  bodyId: string
  unitId: string
  kind?: string | null | undefined
  name?: string | null | undefined
  from: LocalDate
  /** The first term: left out, it is opened with usual length and number where there are seats. */
  term?: { id: string; number?: number | null | undefined; until?: LocalDate | null | undefined } | undefined
  seats: WishedSeats
}

/** A unit that is in force opens a body of a kind that its type has, with its first term and seats where they are said. */
export function openBody(command: OpenBody, unit: BodyUnit | null, surroundings: SeatSurroundings): Decision<Body> {
  const { bodyId, unitId, from, term, seats } = command
  if (!unit) throw new Rejected('UNIT_UNKNOWN', { field: 'unitId', value: unitId })
  if (!inForce(unit, from)) throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  const kind = kindOf(command.kind ?? unit.usualBodyKind, unit.unitType)
  const { unitType, serves, path } = unit
  const body: Body = { unitId, unitType, serves, path, kind: kind.code, name: nameOf(kind, command.name), from, terms: [] }
  const opened = BodyOpened.of({ bodyId, unitId, unitType, serves, path, kind: kind.code, from })
  if (kind.termYears === null) {
    if (term?.number || term?.until) throw new Rejected('BODY_WITHOUT_TERMS', { field: term.until ? 'until' : 'number', value: kind.code })
    const standing = { id: bodyId, number: 1, from, until: NO_END, seats: seatsOf(body, { from, until: NO_END }, seats, surroundings) }
    return decided({ ...body, terms: [standing] }, opened, ...standing.seats.map((seat) => seatCreated(bodyId, body, standing, seat)))
  }
  if (!term) return decided(body, opened)
  const until = term.until ?? addMonths(from, 12 * kind.termYears)
  const first = openTerm(body, { bodyId, termId: term.id, number: term.number, from, until, seats }, { ...surroundings, seatsHeld: 0 })
  return decided(first.state, opened, ...first.facts)
}

/** What is said of a new term. */
export interface OpenTerm {
  bodyId: string
  termId: string
  number?: number | null | undefined
  from: LocalDate
  until: LocalDate
  seats: WishedSeats
  /** The paper by which the congress is held before the running term ends; left out: it is not. */
  earlyPaper?: string | null | undefined
}

/**
 * A term of a body begins, with its seats: numbered, not before the body, and never two terms on one day. Where the congress is held early by a
 * paper (domain (d) 1), the running term ends on that day; those who hold its seats have to be released before.
 * @param surroundings with `seatsHeld`: how many seats of the body are held on the first day or later
 */
export function openTerm(body: Body, command: OpenTerm, surroundings: SeatSurroundings & { seatsHeld: number }): Decision<Body> {
  const { bodyId, termId: id, from, until } = command
  const number = command.number ?? Math.max(0, ...body.terms.map((term) => term.number)) + 1
  if (isStanding(body.kind)) throw new Rejected('BODY_WITHOUT_TERMS', { field: 'bodyId', value: body.kind })
  if (number < 1 || number > 999) throw new Rejected('TERM_NUMBER_OUT_OF_RANGE', { field: 'number', value: number })
  if (until <= from) throw new Rejected('TERM_ENDS_BEFORE_IT_STARTS', { field: 'until', value: until, from })
  if (from < body.from) throw new Rejected('TERM_BEFORE_BODY', { field: 'from', value: from, opened: body.from })
  if (body.terms.some((term) => term.number === number)) throw new Rejected('TERM_NUMBER_TAKEN', { field: 'number', value: number })
  const early = command.earlyPaper ? endedEarly(body, from, command.earlyPaper, surroundings.seatsHeld) : null
  const others = body.terms.map((term) => (term.id === early?.id ? early : term))
  const crossed = others.find((term) => overlaps(term, { from, until }))
  if (crossed)
    throw new Rejected('TERM_OVERLAPS', { field: 'from', value: from, number: crossed.number, from: crossed.from, until: crossed.until })
  const term: Term = { id, number, from, until, seats: seatsOf(body, { from, until }, command.seats, surroundings) }
  const terms = [...others, term].sort((a, b) => (a.from < b.from ? -1 : 1))
  const place = placeOf(bodyId, body)
  const ended = early ? [TermEndedEarly.of({ ...place, term: early.number, from: early.from, until: early.until })] : []
  const opened = TermOpened.of({ ...place, term: number, from, until })
  return decided({ ...body, terms }, ...ended, opened, ...term.seats.map((seat) => seatCreated(bodyId, body, term, seat)))
}

/** What is said of a further seat. */
export interface CreateSeat {
  bodyId: string
  seatId: string
  /** Number of the term; left out for a group without terms. */
  term?: number | null | undefined
  seat: SeatWish
}

/** A further seat is added to a term, or to a group that is not ended. */
export function createSeat(
  body: Body,
  { bodyId, seatId, term: number, seat: wish }: CreateSeat,
  surroundings: SeatSurroundings,
): Decision<Body> {
  const term = isStanding(body.kind) ? body.terms[0] : body.terms.find((known) => known.number === number)
  if (!term) throw new Rejected('TERM_UNKNOWN', { field: 'term', value: number })
  if (body.ended) throw new Rejected('BODY_ENDED_ALREADY', { field: 'bodyId', value: body.ended.on })
  const seat = seatOf(seatId, wish, { ...body, ...term }, surroundings, 'seat')
  const terms = body.terms.map((known) => (known === term ? { ...term, seats: [...term.seats, seat] } : known))
  return decided({ ...body, terms }, seatCreated(bodyId, body, term, seat))
}

/** What is said of the end of a group. */
export interface EndBody {
  bodyId: string
  /** First day on which there is no such group. */
  on: LocalDate
  paper?: string | null | undefined
}

/** A group without terms ends on a day after it began, once, and not while its seats are held (A1). A body with terms stays: it holds a congress. */
export function endBody(body: Body, { bodyId, on, paper }: EndBody, { seatsHeld }: { seatsHeld: number }): Decision<Body> {
  if (!isStanding(body.kind)) throw new Rejected('BODY_IS_PERMANENT', { field: 'bodyId', value: body.kind })
  if (body.ended) throw new Rejected('BODY_ENDED_ALREADY', { field: 'on', value: body.ended.on })
  if (on <= body.from) throw new Rejected('BODY_ENDS_BEFORE_IT_STARTS', { field: 'on', value: on, from: body.from })
  if (seatsHeld > 0) throw new Rejected('BODY_HAS_SEATS_HELD', { field: 'on', value: on, count: seatsHeld })
  const ended = { on, paper: paper ? plainText('paper', paper, { min: 2, max: 60 }) : null }
  const terms = body.terms.map((term) => ({ ...term, until: on }))
  return decided({ ...body, terms, ended }, BodyEnded.of({ ...placeOf(bodyId, body), term: 1, on }))
}

function kindOf(code: string, unitType: string): BodyKind {
  const kind = bodyKindOf(code)
  if (!kind) throw new Rejected('BODY_KIND_UNKNOWN', { field: 'kind', value: code })
  const fitting = bodyKindsOf(unitType)
  if (!fitting.includes(kind)) {
    const allowed = fitting.map(({ zh, en }) => `${zh} ${en}`).join('、')
    throw new Rejected('BODY_KIND_NOT_FOR_TYPE', { field: 'kind', value: `${kind.zh} ${kind.en}`, unitType, allowed })
  }
  return kind
}

/** A unit has several groups, so each has a name; of the other kinds a unit has one, and the kind names it. */
function nameOf({ termYears, zh, en }: BodyKind, name: string | null | undefined): string | null {
  if (termYears === null) return plainText('name', name ?? '', { min: 4, max: 60 })
  if (name) throw new Rejected('BODY_NAMED_BY_KIND', { field: 'name', value: name, kind: `${zh} ${en}` })
  return null
}

/** The running term, as it ends on the day on which the next one begins. */
function endedEarly(body: Body, on: LocalDate, paper: string, seatsHeld: number): Term {
  const running = body.terms.find((term) => term.from < on && on < term.until)
  if (!running) throw new Rejected('CONGRESS_NOT_EARLY', { field: 'earlyPaper', value: on })
  if (seatsHeld > 0) throw new Rejected('TERM_HAS_SEATS_HELD', { field: 'from', value: on, number: running.number, count: seatsHeld })
  return { ...running, until: on, endedEarly: { agreed: running.until, paper: plainText('earlyPaper', paper, { min: 2, max: 60 }) } }
}

function seatsOf({ unitId, path }: Body, time: { from: LocalDate; until: LocalDate }, seats: WishedSeats, surroundings: SeatSurroundings) {
  return seats.map(({ id, seat }, place) => seatOf(id, seat, { unitId, path, ...time }, surroundings, `seats.${place}`))
}

function seatCreated(bodyId: string, body: Body, term: Term, { id: seatId, title: _, byPost: __, ...seat }: Seat) {
  return SeatCreated.of({ ...placeOf(bodyId, body), seatId, term: term.number, termFrom: term.from, termUntil: term.until, ...seat })
}

/** Where a body is, as its facts say. */
export function placeOf(bodyId: string, { unitId, unitType, serves, path }: Body) {
  return { bodyId, unitId, unitType, serves, path }
}
