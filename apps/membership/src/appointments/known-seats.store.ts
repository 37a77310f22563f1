import { Injectable } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import { Database, type LiveModel } from '@sizhang/service-kit'
import { Schema } from 'mongoose'
import type { Seat } from './appointments.domain'

/** A seat as it is known here; who created it is not known of those that an earlier release kept. */
type KnownSeat = Seat & { _id: string; createdBy?: string }

/** How long a unit is in force, as far as it is known here. */
interface KnownUnit {
  _id: string
  from?: LocalDate
  dissolvedOn?: LocalDate
}

/** The collections that follow organization's seats, the terms and groups that ended before the agreed day, and units. */
export const KNOWN_SEATS = 'known_seats'
export const KNOWN_TERMS = 'known_terms'
export const KNOWN_UNITS = 'known_units'

/** The seats that can be held, their terms and units: small replicas of organization's facts. */
@Injectable()
export class KnownSeatsStore {
  private readonly seats: LiveModel
  private readonly terms: LiveModel
  private readonly units: LiveModel

  constructor({ readModels }: Database) {
    const seat = new Schema({ _id: { type: String, required: true }, role: String, bodyId: String })
    this.seats = readModels.add(KNOWN_SEATS, seat.index({ role: 1 }).index({ bodyId: 1 }))
    this.terms = readModels.add(KNOWN_TERMS, new Schema({ _id: { type: String, required: true } }))
    this.units = readModels.add(KNOWN_UNITS, new Schema({ _id: { type: String, required: true } }))
  }

  /** One seat, with the end of its term as it is now; null when it is not known here. */
  async find(id: string): Promise<KnownSeat | null> {
    const seat = await this.seats().findOne({ _id: id }).lean<KnownSeat>()
    if (!seat) return null
    const ended = await this.terms()
      .findOne({ _id: `${seat.bodyId}/${seat.term}` })
      .lean<{ until: LocalDate; group?: boolean }>()
    return ended ? { ...seat, termUntil: ended.until, endedOn: ended.group ? ended.until : undefined } : seat
  }

  /** The seats of some bodies, of all their terms. */
  ofBodies(bodyIds: readonly string[]): Promise<KnownSeat[]> {
    return this.seats()
      .find({ bodyId: { $in: bodyIds } })
      .lean<KnownSeat[]>()
  }

  /** Seats by id, in no order. */
  findMany(ids: readonly string[]): Promise<KnownSeat[]> {
    return this.seats()
      .find({ _id: { $in: ids } })
      .lean<KnownSeat[]>()
  }

  /** The ids of the seats that give one of the roles in one of the units, or in a unit whose own area is one of the areas: a seat gives it there, and below. */
  async giving(roles: readonly string[], areas: readonly string[], unitIds: readonly string[]): Promise<string[]> {
    const lies = { $or: [{ $expr: { $in: [{ $last: '$path' }, areas] } }, { unitId: { $in: unitIds } }] }
    const seats = await this.seats()
      .find({ role: { $in: roles }, ...lies }, { _id: 1 })
      .lean<{ _id: string }[]>()
    return seats.map(({ _id }) => _id)
  }

  /** The unit of a seat; null when it is not known yet: nothing orders its topic before that of its bodies. */
  unit(id: string): Promise<KnownUnit | null> {
    return this.units().findOne({ _id: id }).lean<KnownUnit>()
  }
}
