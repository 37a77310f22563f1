import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { AggregateStore, isWithinReach, StoreParts, type Caller, type Command, type Stored, type Written } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import type { Body } from './bodies.domain'

const schema = new Schema({
  _id: { type: String, required: true },
  unitId: { type: String, required: true },
  path: { type: [String], required: true },
  kind: { type: String, required: true },
})
schema.index({ unitId: 1, _id: 1 })
schema.index({ 'terms.seats.id': 1 })
schema.index({ path: 1 })

const PLACE = { areas: 'path', unit: 'unitId' }

/** The bodies of units, each with its terms and seats. */
@Injectable()
export class BodiesStore extends AggregateStore<Body> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'bodies', place: PLACE, topic: 'organization.bodies', schema })
  }

  /** Opens a body as decided. */
  open(caller: Caller, command: Command, decide: (id: string) => Decision<Body>): Promise<Written<Body>> {
    return this.create(caller, command, decide)
  }

  /** Changes a body as decided. */
  change(id: string, caller: Caller, command: Command, decide: (body: Body) => Decision<Body>): Promise<Written<Body>> {
    return this.update(id, caller, command, ({ _id, version, ...body }) => decide(body as Body))
  }

  /** How far a caller may open bodies and change them. Refused when he may nowhere. */
  reachForSeats(caller: Caller): (body: Pick<Body, 'unitId' | 'path'>) => boolean {
    const reach = this.mayWrite(caller)
    return (body) => isWithinReach(reach, PLACE, body)
  }

  /** All bodies, of an area where one is given, unit by unit, in heaps as they come. */
  heaps(caller: Caller, within: AreaCode | undefined): Promise<AsyncGenerator<Stored<Body>[]>> {
    return this.eachWhere(caller, within ? { path: within } : {}, { unitId: 1, _id: 1 })
  }

  /** The bodies of some units, in the order in which they were opened. */
  ofUnits(caller: Caller, unitIds: readonly string[]): Promise<Stored<Body>[]> {
    return this.findWhere(caller, { unitId: { $in: unitIds } }, { sort: { unitId: 1, _id: 1 } })
  }

  /** The body of the seat that a caller names; null when there is none. */
  withSeat(caller: Caller, seatId: string): Promise<Stored<Body> | null> {
    return this.findNamed(caller, { 'terms.seats.id': seatId }, seatId)
  }

  /** The bodies that some seats belong to. */
  withSeats(caller: Caller, seatIds: readonly string[]): Promise<Stored<Body>[]> {
    return this.findWhere(caller, { 'terms.seats.id': { $in: seatIds } })
  }

  /** The bodies with a term that ends before a day and no later one, within an area where one is given. */
  withoutTermBeyond(caller: Caller, within: AreaCode | null | undefined, day: LocalDate): Promise<Stored<Body>[]> {
    return this.findWhere(caller, {
      ...(within ? { path: within } : {}),
      'terms.0': { $exists: true },
      terms: { $not: { $elemMatch: { until: { $gt: day } } } },
    })
  }
}
