import { Injectable } from '@nestjs/common'
import type { AreaCode, Level, LocalDate } from '@sizhang/contracts'
import type { Caller } from '@sizhang/service-kit'
import { AreasStore } from '../network/areas.store'
import { UnitsStore } from '../network/units.store'
import { ConditionsStore } from './conditions.store'
import { lacksOn, type UnitLacks } from './lacks.domain'

/** Which units are asked for, and the day. */
export interface LacksAsked {
  level: Level
  within: AreaCode | null
  on: LocalDate
}

/** Brings units and what was noted of them together. */
@Injectable()
export class LacksStore {
  constructor(
    private readonly areas: AreasStore,
    private readonly units: UnitsStore,
    private readonly conditions: ConditionsStore,
  ) {}

  /** The units of a level that are in force within an area on a day, with what is known of their lacks; by area, then by id. */
  async on(caller: Caller, { level, within, on }: LacksAsked): Promise<UnitLacks[]> {
    const units = await this.units.inForce(caller, level, await this.areas.stampsWithin(caller, within, on), on)
    const notes = await this.conditions.ofUnits(
      caller,
      units.map(({ _id }) => _id),
    )
    const noted = units.map(({ _id: unitId, path }) => ({ unitId, path, notes: notes.get(unitId) ?? [] }))
    return lacksOn(noted, on).sort((a, b) => (placeOf(a).join(' ') < placeOf(b).join(' ') ? -1 : 1))
  }
}

/** Where a unit stands in the list: by its area, then by id. */
export function placeOf({ path, unitId }: Pick<UnitLacks, 'path' | 'unitId'>): [string, string] {
  return [path.join('/'), unitId]
}
