import { AppointmentEnded, AppointmentMade, type DataOf, type HoldingKind, type LocalDate, type SeatCreated } from '@sizhang/contracts'
import { mayGive, seatGrant, type Grant } from '@sizhang/service-kit/rights'
import { decided, inForce, overlaps, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'
import { needsFourEyes } from '../grants/grants.domain'
import { isMinor } from '../minors/minors.domain'
import { headOn, type Person } from '../persons/persons.domain'

/** 职务 as organization created it, with the term it belongs to; of a group that was ended, the day (A1). */
export type Seat = DataOf<typeof SeatCreated> & { endedOn?: LocalDate | undefined }

/** One person's holding of a seat. */
export interface Holding {
  id: string
  personId: string
  kind: HoldingKind
  /** What it rests on: `ELECTION` … */
  basis: string
  /** Number of the paper. */
  paper: string | null
  /** The head that the person was on the first day. */
  head: string | null
  from: LocalDate
  until: LocalDate
  /** Why it ended before its agreed end; null: it did not. */
  endReason: string | null
}

/** Who holds and held a seat: one aggregate, so that its places can never be overfilled. */
export interface SeatHoldings extends Pick<Seat, 'seatId' | 'bodyId' | 'unitId' | 'unitType' | 'serves' | 'path' | 'term' | 'rank'> {
  held: Holding[]
}

/** What a clerk says of an appointment; its id is the command's. */
export interface MakeAppointment {
  id: string
  personId: string
  kind: HoldingKind
  basis: string
  paper?: string | null
  from: LocalDate
  /** Left out: the end of the term. */
  until?: LocalDate | null
}

/** What the decision has to know of others. A seat can be known a moment before its unit: then only the term bounds it. */
export interface AppointmentSurroundings {
  seat: Seat
  unit: { from?: LocalDate; dissolvedOn?: LocalDate } | null
  person: Pick<Person, 'homeJobs' | 'minor'> | null
  /** Name of the head that the seat is reserved for, in the reader's language. */
  reservedFor: string | null
  /** What the one who appoints was granted, and the day: a seat that gives a role is given by those who could grant it. */
  grants: readonly Grant[]
  today: LocalDate
  /** It takes two to give a role that administrates, and whoever created the seat and whoever appoints could be one; absent: no. */
  isOfOne?: boolean
}

interface EndAppointment {
  appointmentId: string
  /** First day on which the seat is no longer held. */
  on: LocalDate
  reason: string
}

const words: Record<HoldingKind, string> = {
  FULL_TIME_OFFICE: '任职 full-time office',
  PART_TIME_POST: '兼职 part-time post',
  SECONDMENT: '挂职 secondment',
}

/** The holdings of a seat that nobody has held yet. */
export function vacantSeat({ seatId, bodyId, unitId, unitType, serves, path, term, rank }: Seat): SeatHoldings {
  return { seatId, bodyId, unitId, unitType, serves, path, term, rank, held: [] }
}

/** The seat that a command names. Refused when it is not known here. */
export function knownSeat(seatId: string, seat: Seat | null): Seat {
  if (!seat) throw new Rejected('SEAT_UNKNOWN', { field: 'seatId', value: seatId })
  return seat
}

/** The places of a seat that nobody holds on any day of the interval. */
export function placesLeft({ held }: SeatHoldings, { places }: Seat, interval: Interval): number {
  return Math.max(0, places - mostHeldAtOnce(held, interval))
}

/** The most people who hold the seat at once on any day of the interval. */
export function mostHeldAtOnce(held: readonly Interval[], interval: Interval): number {
  const within = held.filter((holding) => overlaps(holding, interval))
  const days = [interval.from, ...within.map(({ from }) => from)]
  return Math.max(...days.map((day) => within.filter((holding) => inForce(holding, day)).length))
}

/** Gives a person a seat. */
export function makeAppointment(
  holdings: SeatHoldings,
  command: MakeAppointment,
  surroundings: AppointmentSurroundings,
): Decision<SeatHoldings> {
  const holding = holdingFor(holdings, command, surroundings)
  const { basis, from, until } = holding
  const fact = AppointmentMade.of({ ...factOf(holdings, holding), basis: codeOf(basis), from, until })
  return decided({ ...holdings, held: [...holdings.held, holding] }, fact)
}

/**
 * The holding that a command asks for: of a seat with a place left on every day, by a kind that it allows, by the head that it is reserved
 * for, and within the term where the kind is bound to it. Refused where one of these rules says no.
 */
export function holdingFor(
  holdings: SeatHoldings,
  command: MakeAppointment,
  { seat, unit, person, reservedFor, grants, today, isOfOne = false }: AppointmentSurroundings,
): Holding {
  const { id, personId, kind, basis, from } = command
  const until = command.until ?? seat.termUntil
  if (!person) throw new Rejected('PERSON_UNKNOWN', { field: 'personId', value: personId })
  if (isMinor(person, today)) throw new Rejected('MINOR_HOLDS_POST', { field: 'personId' })
  if (!seat.kinds.includes(kind)) {
    const allowed = seat.kinds.map((one) => words[one]).join('、')
    throw new Rejected('HOLDING_KIND_NOT_ALLOWED', { field: 'kind', value: kind, kind: words[kind], allowed })
  }
  // A secondment is not bound to a term (domain (c)), but to a group: nobody is sent to what is no longer there.
  if (kind !== 'SECONDMENT' || seat.endedOn) checkInsideTerm(seat, { from, until })
  if (until <= from) throw new Rejected('APPOINTMENT_ENDS_BEFORE_IT_STARTS', { field: 'until', value: until, from })
  checkUnitInForce(unit, { from, until })
  if (seat.reservedHead && headOn(person, from, seat.serves) !== seat.reservedHead) {
    throw new Rejected('RESERVED_HEAD_NOT_MET', { field: 'personId', value: from, reserved: seat.reservedHead, reservedFor })
  }
  const given = seat.role && seatGrant(seat.role, seat, { from, until })
  if (given && !mayGive(grants, given, today)) throw new Rejected('GRANT_BEYOND_OWN', { field: 'seatId', value: seat.role })
  if (given && isOfOne && needsFourEyes(given.role)) throw new Rejected('SEAT_GIVES_ROLE_OF_TWO', { field: 'seatId', value: seat.role })
  checkPlaces(holdings, seat, personId, { from, until })
  const paper = command.paper ? plainText('paper', command.paper, { min: 1, max: 60 }) : null
  return { id, personId, kind, basis, paper, head: headOn(person, from), from, until, endReason: null }
}

/** Ends a holding on a day within it, once. */
export function endAppointment(holdings: SeatHoldings, { appointmentId, on, reason }: EndAppointment): Decision<SeatHoldings> {
  const holding = holdings.held.find(({ id }) => id === appointmentId)
  if (!holding) throw new Rejected('NOT_FOUND', { field: 'appointmentId', value: appointmentId })
  const { from, until } = holding
  if (holding.endReason) throw new Rejected('APPOINTMENT_ENDED_ALREADY', { field: 'appointmentId', value: until })
  if (on < from || on > until) throw new Rejected('APPOINTMENT_END_OUTSIDE_IT', { field: 'on', value: on, from, until })
  const ended = { ...holding, until: on, endReason: reason }
  const fact = AppointmentEnded.of({ ...factOf(holdings, holding), from, until: on, reason: codeOf(reason) })
  return decided({ ...holdings, held: holdings.held.map((held) => (held === holding ? ended : held)) }, fact)
}

function checkInsideTerm({ termFrom, termUntil }: Seat, { from, until }: { from: LocalDate; until: LocalDate }): void {
  if (from < termFrom || from >= termUntil)
    throw new Rejected('APPOINTMENT_OUTSIDE_TERM', { field: 'from', value: from, termFrom, termUntil })
  if (until > termUntil) throw new Rejected('APPOINTMENT_OUTSIDE_TERM', { field: 'until', value: until, termFrom, termUntil })
}

function checkUnitInForce(unit: AppointmentSurroundings['unit'], { from, until }: { from: LocalDate; until: LocalDate }): void {
  if (unit?.from && from < unit.from) throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  if (unit?.dissolvedOn && until > unit.dissolvedOn) throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'until', value: until })
}

/** A seat is held by at most as many people at once as it has places, and by nobody twice. */
function checkPlaces({ held }: SeatHoldings, { places }: Seat, personId: string, interval: Interval): void {
  const same = held.find((holding) => holding.personId === personId && mostHeldAtOnce([holding], interval) > 0)
  if (same) throw new Rejected('SEAT_HELD_BY_SAME_PERSON', { field: 'personId', value: personId, from: same.from, until: same.until })
  const taken = mostHeldAtOnce(held, interval)
  if (taken >= places) throw new Rejected('SEAT_FULL', { field: 'seatId', places, taken })
}

function factOf(holdings: SeatHoldings, { id, personId, head, kind }: Holding) {
  const { seatId, bodyId, unitId, unitType, serves, path, term, rank } = holdings
  return { seatId, appointmentId: id, bodyId, unitId, unitType, serves, path, term, rank, personId, head, kind }
}

/** The catalogue's code of a constant: `SECONDMENT_OVER` is `secondment-over`. */
function codeOf(constant: string): string {
  return constant.toLowerCase().replaceAll('_', '-')
}
