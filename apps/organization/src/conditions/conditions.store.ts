import { Injectable } from '@nestjs/common'
import { AggregateStore, StoreParts, type Caller, type Command, type Written } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { unitTypeOf } from '../units/unit-types.domain'
import type { Unit } from '../units/units.domain'
import type { Conditions } from './conditions.domain'

const schema = new Schema({
  _id: { type: String, required: true },
  unitId: { type: String, required: true },
  path: { type: [String], required: true },
})
schema.index({ path: 1 })

/** What was noted of units; the id is the unit's. */
@Injectable()
export class ConditionsStore extends AggregateStore<Conditions> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'conditions', place: { areas: 'path', unit: 'unitId' }, topic: 'organization.conditions', schema })
  }

  /** Changes what is noted of a unit as decided; before the first note there is nothing. */
  change(
    unitId: string,
    unit: Unit,
    caller: Caller,
    command: Command,
    decide: (conditions: Conditions) => Decision<Conditions>,
  ): Promise<Written<Conditions>> {
    const { unitType, areaCode, path } = unit
    const none: Conditions = { unitId, unitType, serves: unitTypeOf(unitType)?.serves ?? null, areaCode, path, notes: [] }
    return this.update(unitId, caller, command, ({ _id, version, ...conditions }) => decide(conditions as Conditions), none)
  }
}
