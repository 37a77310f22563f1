import { Injectable } from '@nestjs/common'
import { Calendar, type Caller } from '@sizhang/service-kit'
import { AreasStore } from '../areas/areas.store'
import { UnitsNamed } from '../list-import/units-named'
import { UnitsStore } from '../units/units.store'
import type { UnitsKnown } from './unit-list.domain'
import { readUnitRow, type UnitRow } from './unit-rows.domain'

/** Gathers what a file of units has to be checked against. */
@Injectable()
export class UnitsKnownByFile {
  constructor(
    private readonly units: UnitsStore,
    private readonly named: UnitsNamed,
    private readonly areas: AreasStore,
    private readonly calendar: Calendar,
  ) {}

  /** Of all units only those that the caller may see. Refused where he may establish none. */
  async to(caller: Caller, rows: readonly UnitRow[]): Promise<UnitsKnown> {
    const mayEstablish = this.units.reachForNew(caller)
    const said = rows.map(readUnitRow)
    const units = await this.named.in(
      caller,
      said.flatMap(({ name, parent, host }) => [name, parent, host]),
    )
    const codes = said.flatMap(({ areaCode, alsoCovers }) => [...(areaCode ? [areaCode] : []), ...alsoCovers])
    const area = await this.areas.placing(caller, codes)
    return { units, area, mayEstablish, today: this.calendar.today() }
  }
}
