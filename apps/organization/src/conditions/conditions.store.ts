import { Injectable } from '@nestjs/common'
import type { AreaCode } from '@sizhang/contracts'
import { AggregateStore, isWithinReach, StoreParts, type Caller, type Command, type Stored, type Written } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import type { Unit } from '../units/units.domain'
import { noneYet, type Conditions } from './conditions.domain'

const schema = new Schema({
  _id: { type: String, required: true },
  unitId: { type: String, required: true },
  path: { type: [String], required: true },
})
schema.index({ path: 1 })

const PLACE = { areas: 'path', unit: 'unitId' }

/** What was noted of units; the id is the unit's. */
@Injectable()
export class ConditionsStore extends AggregateStore<Conditions> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'conditions', place: PLACE, topic: 'organization.conditions', schema })
  }

  /** Changes what is noted of a unit as decided; before the first note there is nothing. */
  change(
    unitId: string,
    unit: Unit,
    caller: Caller,
    command: Command,
    decide: (conditions: Conditions) => Decision<Conditions>,
  ): Promise<Written<Conditions>> {
    return this.update(
      unitId,
      caller,
      command,
      ({ _id, version, ...conditions }) => decide(conditions as Conditions),
      noneYet(unitId, unit),
    )
  }

  /** How far a caller may note conditions. Refused when he may nowhere. */
  reachForNotes(caller: Caller): (unit: Unit & { _id: string }) => boolean {
    const reach = this.mayWrite(caller)
    return ({ _id: unitId, path }) => isWithinReach(reach, PLACE, { unitId, path })
  }

  /** What was noted of all units in an area, or of all, in heaps as it comes. */
  heaps(caller: Caller, within: AreaCode | undefined): Promise<AsyncGenerator<Stored<Conditions>[]>> {
    return this.eachWhere(caller, within ? { path: within } : {}, { _id: 1 })
  }
}
