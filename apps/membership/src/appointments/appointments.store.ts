import { Injectable } from '@nestjs/common'
import { ranks } from '@sizhang/contracts'
import { AggregateStore, inOrder, StoreParts, type Caller, type Command, type Stored, type Written } from '@sizhang/service-kit'
import { Rejected, type Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { vacantSeat, type Holding, type Seat, type SeatHoldings } from './appointments.domain'

/** One holding, with the seat and unit it belongs to. */
export interface Appointment extends Holding {
  seatId: string
  unitId: string
  rank: SeatHoldings['rank']
}

const schema = new Schema({ _id: { type: String, required: true }, unitId: String })
schema.index({ unitId: 1 })
schema.index({ 'held.personId': 1 })
schema.index({ 'held.id': 1 }, { unique: true, name: 'appointment' })

/** Who holds and held which seat: one document a seat. */
@Injectable()
export class AppointmentsStore extends AggregateStore<SeatHoldings> {
  constructor(parts: StoreParts) {
    super(parts, {
      name: 'appointments',
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
}

/** The holdings of a seat as appointments. */
export function appointmentsOf({ seatId, unitId, rank, held }: SeatHoldings | Stored<SeatHoldings>): Appointment[] {
  return held.map((holding) => ({ ...holding, seatId, unitId, rank }))
}

function byFirstDay(a: Appointment, b: Appointment): number {
  return a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1
}
