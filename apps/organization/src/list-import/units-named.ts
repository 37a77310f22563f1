import { Injectable } from '@nestjs/common'
import type { LocalDate } from '@sizhang/contracts'
import type { Caller, Stored } from '@sizhang/service-kit'
import { inForce } from '@sizhang/service-kit/rules'
import { nameOn } from '../renamings/renamings.domain'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { isUnitId } from './named-units.domain'

const LOOKED_UP_AT_ONCE = 1_000

/** What cells of a list call units, both ways. */
@Injectable()
export class UnitsNamed {
  constructor(private readonly units: UnitsStore) {}

  /** The units that cells may mean, by their ids or by a name that they bear or bore; only those that the caller may see. */
  async in(caller: Caller, cells: readonly string[]): Promise<Stored<Unit>[]> {
    const written = [...new Set(cells)].filter((text) => text !== '')
    const ids = written.filter(isUnitId).map((id) => id.toLowerCase())
    const names = written.filter((text) => !isUnitId(text))
    const known = new Map<string, Stored<Unit>>(await this.units.named(caller, ids))
    for (let from = 0; from < names.length; from += LOOKED_UP_AT_ONCE)
      for (const unit of await this.units.bearing(caller, names.slice(from, from + LOOKED_UP_AT_ONCE))) known.set(unit._id, unit)
    return [...known.values()]
  }

  /** What a cell calls a unit: by its name on the day where no other that the reader sees bears it, else by its id; nothing of one beyond his reach. */
  async namesOf(caller: Caller, ids: readonly string[], day: LocalDate): Promise<(id: string | null) => string> {
    const units = await this.units.findMany(caller, [...new Set(ids)])
    const names = new Map(units.map((unit) => [unit._id, nameOn(unit, day)]))
    const bearing = await this.units.bearing(caller, [...new Set(names.values())])
    const isAlone = (name: string) => bearing.filter((unit) => inForce(unit, day) && nameOn(unit, day) === name).length < 2
    return (id) => {
      const name = names.get(id ?? '')
      return name === undefined || isAlone(name) ? (name ?? '') : (id ?? '')
    }
  }
}
