import type { LocalDate } from '@sizhang/contracts'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { createSeat, openBody, openTerm, type Body, type BodyUnit, type Term } from '../bodies/bodies.domain'
import { isStanding } from '../bodies/body-kinds.domain'
import type { Seat, SeatSurroundings, SeatWish } from '../bodies/seats.domain'
import { plainName } from '../list-import/cells.domain'

/** What a row asks for: a seat, in a term of a body, both opened with it where they are not there. */
export interface AskedSeat {
  bodyId: string
  unitId: string
  kind: string
  /** The name of a group; null: the kind names it. */
  name: string | null
  opened: LocalDate
  /** Null: of a group, which has no terms. */
  term: { id: string; number: number; from: LocalDate; until: LocalDate } | null
  seatId: string
  seat: SeatWish
}

/** What tells the seats of a term apart. */
export type SeatMeant = Pick<Seat, 'title'> & { reservedHead?: string | null | undefined; byPost?: string | null | undefined }

/** Seats come into a body, which is opened, as its terms are, where it is not there: by the rules of these commands, in one decision. */
export function takeSeats(
  body: Body | null,
  asked: readonly [AskedSeat, ...AskedSeat[]],
  unit: BodyUnit | null,
  surroundings: SeatSurroundings,
): Decision<Body> {
  const opened = body ? decided(body) : opening(asked[0], unit, surroundings)
  const first = { state: opened.state, facts: [...opened.facts] }
  const { state, facts } = asked.reduce(({ state: before, facts: told }, each) => {
    const begun = termTaken(before, each, surroundings)
    const seated = seatTaken(begun.state, each, surroundings)
    return { state: seated.state, facts: [...told, ...begun.facts, ...seated.facts] }
  }, first)
  return decided(state, ...facts)
}

/** A body is opened as a row says, still without a term; a group with the time in which it stands. */
export function opening(
  { bodyId, unitId, kind, name, opened }: Pick<AskedSeat, 'bodyId' | 'unitId' | 'kind' | 'name' | 'opened'>,
  unit: BodyUnit | null,
  surroundings: SeatSurroundings,
): Decision<Body> {
  return openBody({ bodyId, unitId, kind, name, from: opened, seats: [] }, unit, surroundings)
}

/** The term of a row begins, still without seats. One that is there stays as it is: it has to be the same. */
export function termTaken(
  body: Body,
  { bodyId, term }: Pick<AskedSeat, 'bodyId' | 'term'>,
  surroundings: SeatSurroundings,
): Decision<Body> {
  if (!term || termMeant(body, term)) return decided(body)
  const { id: termId, number, from, until } = term
  return openTerm(body, { bodyId, termId, number, from, until, seats: [] }, { ...surroundings, seatsHeld: 0 })
}

/** A seat is created in the term of its row, or in the group. One that is there already stays as it is: it has to be the same. */
export function seatTaken(
  body: Body,
  { bodyId, term, seatId, seat }: Pick<AskedSeat, 'bodyId' | 'term' | 'seatId' | 'seat'>,
  surroundings: SeatSurroundings,
): Decision<Body> {
  const there = seatsMeant(termIn(body, term), seat)
  if (there.some((known) => isSame(known, seat))) return decided(body)
  if (there[0])
    throw new Rejected('SEAT_KEPT_OTHERWISE', { field: 'seat.places', value: seat.places, title: seat.title, registered: there[0].places })
  return createSeat(body, { bodyId, seatId, term: term?.number, seat }, surroundings)
}

/** Whether a body has a seat that a row asks for. */
export function hasSeat(body: Body, { term, seat }: Pick<AskedSeat, 'term' | 'seat'>): boolean {
  return seatsMeant(termIn(body, term), seat).some((known) => isSame(known, seat))
}

/** The term in which a row's seat is; a group has one alone. */
function termIn(body: Body, term: AskedSeat['term']): Term | undefined {
  return isStanding(body.kind) ? body.terms[0] : body.terms.find(({ number }) => number === term?.number)
}

/** The term that a row means: of its number and days. */
function termMeant({ terms }: Body, { number, from, until }: NonNullable<AskedSeat['term']>): Term | undefined {
  return terms.find((term) => term.number === number && term.from === from && term.until === until)
}

/** The seats of a term that have the title, head and post of one that is meant. */
export function seatsMeant(term: Pick<Term, 'seats'> | undefined, { title, reservedHead = null, byPost }: SeatMeant): Seat[] {
  const [name, post] = [plainName(title), plainName(byPost ?? '')]
  const ofHead = (term?.seats ?? []).filter((seat) => seat.reservedHead === reservedHead)
  return ofHead.filter((seat) => plainName(seat.title) === name && plainName(seat.byPost ?? '') === post)
}

/** Whether a seat has the rank, kinds of holding and places of another one. */
export function isSame(seat: Seat, { rank, kinds, places = 1 }: Pick<SeatWish, 'rank' | 'kinds' | 'places'>): boolean {
  return seat.rank === rank && seat.places === places && hasKinds(seat, kinds)
}

/** Whether a seat may be held in these ways and in no other. */
export function hasKinds(seat: Seat, kinds: SeatWish['kinds']): boolean {
  return seat.kinds.length === kinds.length && kinds.every((kind) => seat.kinds.includes(kind))
}
