import { Injectable } from '@nestjs/common'
import { Calendar, type Caller, type Stored } from '@sizhang/service-kit'
import { AreasStore } from '../areas/areas.store'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import type { UnitsKnown } from './unit-list.domain'
import { isUnitId, readUnitRow, type UnitRow } from './unit-rows.domain'

const LOOKED_UP_AT_ONCE = 1_000

/** Gathers what a file of units has to be checked against. */
@Injectable()
export class UnitsKnownByFile {
  constructor(
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
    private readonly calendar: Calendar,
  ) {}

  /** Of all units only those that the caller may see. Refused where he may establish none. */
  async to(caller: Caller, rows: readonly UnitRow[]): Promise<UnitsKnown> {
    const mayEstablish = this.units.reachForNew(caller)
    const said = rows.map(readUnitRow)
    const above = said.flatMap(({ parent, host }) => [parent, host]).filter((text) => text !== '')
    const ids = above.filter(isUnitId).map((id) => id.toLowerCase())
    const names = [...new Set([...said.map(({ name }) => name), ...above.filter((text) => !isUnitId(text))])]
    const known = new Map<string, Stored<Unit>>(await this.units.named(caller, ids))
    for (let from = 0; from < names.length; from += LOOKED_UP_AT_ONCE)
      for (const unit of await this.units.bearing(caller, names.slice(from, from + LOOKED_UP_AT_ONCE))) known.set(unit._id, unit)
    const codes = said.flatMap(({ areaCode, alsoCovers }) => [...(areaCode ? [areaCode] : []), ...alsoCovers])
    const area = await this.areas.placing(caller, codes)
    return { units: [...known.values()], area, mayEstablish, today: this.calendar.today() }
  }
}
