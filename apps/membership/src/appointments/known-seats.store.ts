import { Injectable } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import { Database, type LiveModel } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import type { Seat } from './appointments.domain'

type KnownSeat = Seat & { _id: string }

/** How long a unit is in force, as far as it is known here. */
interface KnownUnit {
  _id: string
  from?: LocalDate
  dissolvedOn?: LocalDate
}

/** The collections that follow organization's seats and units. */
export const KNOWN_SEATS = 'known_seats'
export const KNOWN_UNITS = 'known_units'

/** The seats that can be held, and their units: small replicas of organization's facts, read by id alone. */
@Injectable()
export class KnownSeatsStore {
  private readonly seats: LiveModel
  private readonly units: LiveModel

  constructor({ readModels }: Database) {
    this.seats = readModels.add(KNOWN_SEATS, new Schema({ _id: { type: String, required: true } }))
    this.units = readModels.add(KNOWN_UNITS, new Schema({ _id: { type: String, required: true } }))
  }

  /** One seat; null when it is not known here. */
  find(id: string): Promise<KnownSeat | null> {
    return this.seats().findOne({ _id: id }).lean<KnownSeat>()
  }

  /** Seats by id, in no order. */
  findMany(ids: readonly string[]): Promise<KnownSeat[]> {
    return this.seats()
      .find({ _id: { $in: ids } })
      .lean<KnownSeat[]>()
  }

  /** The unit of a seat; null when it is not known yet: nothing orders its topic before that of its bodies. */
  unit(id: string): Promise<KnownUnit | null> {
    return this.units().findOne({ _id: id }).lean<KnownUnit>()
  }
}
