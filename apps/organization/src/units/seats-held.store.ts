import { Injectable } from '@nestjs/common'
import { Database, type LiveModel } from '@sizhang/service-kit'
import type { LocalDate } from '@sizhang/contracts'
import { Schema } from 'mongoose'

/** The collection that follows membership's appointments: the unit and body of each, and how long it lasts. */
export const SEATS_HELD = 'seats_held'

const schema = new Schema({ _id: { type: String, required: true }, unitId: String, bodyId: String, until: String })
schema.index({ unitId: 1, until: 1 })
schema.index({ bodyId: 1, until: 1 })

/** Which seats are held in which unit: a small replica of membership's facts. */
@Injectable()
export class SeatsHeldStore {
  private readonly seats: LiveModel

  constructor(database: Database) {
    this.seats = database.readModels.add(SEATS_HELD, schema)
  }

  /** How many seats of a unit are held on a day or later. */
  count(unitId: string, on: LocalDate): Promise<number> {
    return this.seats().countDocuments({ unitId, until: { $gt: on } })
  }

  /** How many seats of a body are held on a day or later. */
  countInBody(bodyId: string, on: LocalDate): Promise<number> {
    return this.seats().countDocuments({ bodyId, until: { $gt: on } })
  }

  /** How many seats of a body are held on a day or later by those whose time ends with the term: secondments are not bound to it (domain (c)). */
  countInTerms(bodyId: string, on: LocalDate): Promise<number> {
    return this.seats().countDocuments({ bodyId, until: { $gt: on }, kind: { $ne: 'SECONDMENT' } })
  }
}
