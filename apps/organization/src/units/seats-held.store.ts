import { Injectable } from '@nestjs/common'
import { Database, type LiveModel } from '@sizhang/service-kit'
import type { LocalDate } from '@sizhang/contracts'
import { Schema, type Model } from 'mongoose'

/** An appointment as far as organization cares: where it is, and how long. */
interface SeatHeld {
  _id: string
  unitId: string
  from: LocalDate
  until: LocalDate
}

/** The collection that follows membership's appointments. */
export const SEATS_HELD = 'seats_held'

const schema = new Schema({ _id: { type: String, required: true }, unitId: String, until: String })
schema.index({ unitId: 1, until: 1 })

/** Which seats are held in which unit: a small replica of membership's facts. */
@Injectable()
export class SeatsHeldStore {
  private readonly live: LiveModel

  constructor(database: Database) {
    this.live = database.readModels.add(SEATS_HELD, schema)
  }

  /** How many seats of a unit are held on a day or later. */
  count(unitId: string, on: LocalDate): Promise<number> {
    return this.model.countDocuments({ unitId, until: { $gt: on } })
  }

  private get model(): Model<SeatHeld> {
    return this.live() as unknown as Model<SeatHeld>
  }
}
