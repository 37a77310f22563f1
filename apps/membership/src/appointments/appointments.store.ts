import { Injectable } from '@nestjs/common'
import { ranks, type LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  inOrder,
  StoreParts,
  AS_READ,
  type Caller,
  type Command,
  type Reach,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { inForce, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { vacantSeat, type Holding, type Seat, type SeatHoldings } from './appointments.domain'

/** One holding, with the seat and unit it belongs to. */
export interface Appointment extends Holding {
  seatId: string
  unitId: string
  rank: SeatHoldings['rank']
}

const schema = new Schema({ _id: { type: String, required: true }, unitId: String, path: [String] })
schema.index({ path: 1 })
schema.index({ unitId: 1 })
schema.index({ 'held.personId': 1 })
schema.index({ 'held.id': 1 }, { unique: true, name: 'appointment' })

/** Who holds and held which seat: one document a seat. */
@Injectable()
export class AppointmentsStore extends AggregateStore<SeatHoldings> {
  constructor(parts: StoreParts) {
    super(parts, {
      name: 'appointments',
      place: { areas: 'path', unit: 'unitId' },
      topic: 'membership.appointments',
      schema,
      // An appointment's id is its command's: the same command for another seat meets this index.
      unique: { appointment: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'commandId' } },
    })
  }

  /** Gives a seat as decided; the seat's first holding makes its document. */
  make(
    seat: Seat,
    caller: Caller,
    command: Command,
    decide: (holdings: SeatHoldings) => Decision<SeatHoldings>,
  ): Promise<Written<SeatHoldings>> {
    return this.update(seat.seatId, caller, command, decide, vacantSeat(seat))
  }

  /** A seat, if the caller may see who holds it; null: he may not, or there is none. */
  async seenBy(caller: Caller, seat: Seat | null): Promise<Seat | null> {
    return seat && (await this.sees(caller, vacantSeat(seat))) ? seat : null
  }

  /** Ends an appointment as decided. Refused when there is none of that id. */
  async end(
    appointmentId: string,
    caller: Caller,
    command: Command,
    decide: (holdings: SeatHoldings) => Decision<SeatHoldings>,
  ): Promise<Written<SeatHoldings>> {
    const [holdings] = await this.findWhere(caller, { 'held.id': appointmentId })
    if (!holdings) throw new Rejected('NOT_FOUND', { field: 'appointmentId', value: appointmentId })
    return this.update(holdings._id, caller, command, decide)
  }

  /** Appointments by id, in the order of the ids; null where there is none. */
  async byIds(caller: Caller, ids: readonly string[]): Promise<(Appointment | null)[]> {
    const holdings = await this.findWhere(caller, { 'held.id': { $in: ids } })
    return inOrder(ids, holdings.flatMap(appointmentsOf), ({ id }) => id)
  }

  /** The appointment that a caller names; null when there is none. */
  async byId(caller: Caller, id: string): Promise<Appointment | null> {
    const holdings = await this.findNamed(caller, { 'held.id': id }, id)
    return (holdings && appointmentsOf(holdings).find((appointment) => appointment.id === id)) ?? null
  }

  /** All appointments to the seats of units, by rank and first day. */
  async inUnits(caller: Caller, unitIds: readonly string[]): Promise<Appointment[]> {
    const holdings = await this.findWhere(caller, { unitId: { $in: unitIds } })
    return holdings.flatMap(appointmentsOf).sort((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || byFirstDay(a, b))
  }

  /** All appointments to seats, by first day. */
  async toSeats(caller: Caller, seatIds: readonly string[]): Promise<Appointment[]> {
    const holdings = await this.findMany(caller, seatIds)
    return holdings.flatMap(appointmentsOf).sort(byFirstDay)
  }

  /** All appointments of persons, newest first. */
  async ofPersons(caller: Caller, personIds: readonly string[]): Promise<Appointment[]> {
    const holdings = await this.findWhere(caller, { 'held.personId': { $in: personIds } })
    const theirs = holdings.flatMap(appointmentsOf).filter(({ personId }) => personIds.includes(personId))
    return theirs.sort((a, b) => byFirstDay(b, a))
  }

  /** All that persons hold and held, for the service itself. */
  async heldBy(...personIds: string[]): Promise<Appointment[]> {
    const holdings = await this.model.find({ 'held.personId': { $in: personIds } } as never, AS_READ).lean<Stored<SeatHoldings>[]>()
    return holdings.flatMap(appointmentsOf).filter(({ personId }) => personIds.includes(personId))
  }

  /** The areas in which a person holds or held posts, for the service itself. */
  async areasOf(personId: string): Promise<string[]> {
    return (await this.model.distinct('path' as never, { 'held.personId': personId } as never)) as string[]
  }

  /** The areas and units in which a person holds or held posts, for the service itself. */
  async placesOf(personId: string): Promise<{ areas: string[]; units: string[] }> {
    const units = (await this.model.distinct('unitId' as never, { 'held.personId': personId } as never)) as string[]
    return { areas: await this.areasOf(personId), units }
  }

  /** The persons who hold one of the seats on a day, for the service itself. */
  async holdersOf(seatIds: readonly string[], on: LocalDate): Promise<string[]> {
    const isHeld = { $elemMatch: { from: { $lte: on }, until: { $gt: on } } }
    const holdings = await this.model.find({ _id: { $in: seatIds }, held: isHeld } as never, { held: 1 }).lean<SeatHoldings[]>()
    return holdings.flatMap(({ held }) => held.filter((one) => inForce(one, on)).map(({ personId }) => personId))
  }

  /**
   * The persons who hold or held a post within reach: they are known there as well as at their home job (design §5).
   * @param among an id, or a database condition of ids, to which the question is narrowed
   */
  async personsWithin(reach: Reach, among?: unknown): Promise<string[]> {
    const asked = { ...(among === undefined ? {} : { 'held.personId': among }), ...(await this.reachFilter(reach)) }
    return (await this.model.distinct('held.personId' as never, asked as never)) as string[]
  }

  /** Which of some persons held a post on a day or later, for the service itself. */
  async holdersSince(day: LocalDate, among: readonly string[]): Promise<Set<string>> {
    const held = await this.heldBy(...among)
    return new Set(held.filter(({ until }) => until === null || until >= day).map(({ personId }) => personId))
  }

  /** Whether a person holds or held a post within reach; with a day, only one that is held on it or later. */
  async hasPostWithin(reach: Reach, personId: string, on?: LocalDate): Promise<boolean> {
    const held = { $elemMatch: { personId, ...(on === undefined ? {} : { until: { $gt: on } }) } }
    return (await this.model.exists({ $and: [{ held }, (await this.reachFilter(reach)) ?? {}] } as never)) !== null
  }
}

/** The holdings of a seat as appointments. */
export function appointmentsOf({ seatId, unitId, rank, held }: SeatHoldings | Stored<SeatHoldings>): Appointment[] {
  return held.map((holding) => ({ ...holding, seatId, unitId, rank }))
}

function byFirstDay(a: Appointment, b: Appointment): number {
  return a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1
}
