import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  behind,
  searchFilter,
  searchWords,
  StoreParts,
  type Caller,
  type Command,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import type { Unit } from './units.domain'

interface KeptUnit extends Unit {
  search: string[]
}

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  unitType: { type: String, required: true },
  areaCode: String,
  path: { type: [String], required: true },
  parentId: String,
  from: { type: String, required: true },
  until: String,
  search: [String],
})
schema.index({ from: -1, _id: -1 })
schema.index({ path: 1, from: -1, _id: -1 })
schema.index({ areaCode: 1 })
schema.index({ parentId: 1 })

/** What a list of units can be narrowed by. */
export interface UnitFilter {
  search?: string | null | undefined
  within?: AreaCode | null | undefined
  type?: string | null | undefined
  on?: LocalDate | null | undefined
  pilotsOnly?: boolean | null | undefined
}

/** In force on a day: established by then and not dissolved yet. */
function inForceOn(on: LocalDate): Record<string, unknown> {
  return { $and: [{ from: { $lte: on } }, { $or: [{ until: null }, { until: { $gt: on } }] }] }
}

/** The units of the network. */
@Injectable()
export class UnitsStore extends AggregateStore<KeptUnit> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'units', topic: 'organization.units', schema })
  }

  /** Establishes a unit as decided. */
  establish(caller: Caller, command: Command, decide: (id: string) => Decision<Unit>): Promise<Written<KeptUnit>> {
    return this.create(caller, command, (id) => {
      const { state, facts } = decide(id)
      return { state: { ...state, search: searchWords(state.name) }, facts }
    })
  }

  /** Changes a unit as decided; the words it is found by stay. */
  change(id: string, caller: Caller, command: Command, decide: (unit: Unit) => Decision<Unit>): Promise<Written<KeptUnit>> {
    return this.update(id, caller, command, ({ _id, version, search, ...unit }) => {
      const { state, facts } = decide(unit)
      return { state: { ...state, search }, facts }
    })
  }

  /** The units directly below some units, in force on a day, by the day they were established. */
  children(caller: Caller, parentIds: readonly string[], on: LocalDate): Promise<Stored<KeptUnit>[]> {
    return this.findWhere(caller, { parentId: { $in: parentIds }, ...inForceOn(on) }, { sort: { from: 1, _id: 1 } })
  }

  /** How many units stand below one, on a day or later. */
  async countBelow(caller: Caller, parentId: string, from: LocalDate): Promise<number> {
    return (await this.findWhere(caller, { parentId, $or: [{ until: null }, { until: { $gt: from } }] })).length
  }

  /** The units that are seated in some areas, in force on a day, by the day they were established. */
  inAreas(caller: Caller, codes: readonly AreaCode[], on: LocalDate): Promise<Stored<KeptUnit>[]> {
    return this.findWhere(caller, { areaCode: { $in: codes }, ...inForceOn(on) }, { sort: { from: 1, _id: 1 } })
  }

  /** A page of units by the day they were established, newest first. */
  list(
    caller: Caller,
    { search, within, type, on, pilotsOnly }: UnitFilter,
    after: SortKey | null,
    limit: number,
  ): Promise<Stored<KeptUnit>[]> {
    const narrowed = {
      ...(within ? { path: within } : {}),
      ...(type ? { unitType: type } : {}),
      ...(on ? inForceOn(on) : {}),
      ...(pilotsOnly ? { pilotCategory: { $ne: null } } : {}),
      ...searchFilter(search),
    }
    return this.findWhere(caller, { ...narrowed, ...behind({ from: -1, _id: -1 }, after) }, { sort: { from: -1, _id: -1 }, limit })
  }
}
