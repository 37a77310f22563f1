import { Module } from '@nestjs/common'
import { Packs, PacksInvalid } from '@sizhang/packs'
import { AreasModule } from '../areas/areas.module'
import { EmployersModule } from '../employers/employers.module'
import { HoldsModule } from '../holds/holds.module'
import { Establishments } from './establishments'
import { SeatsHeldStore } from './seats-held.store'
import { joinUnitTypes, takeUnitTypes } from './unit-types.domain'
import { UnitsApi } from './units.api'
import { UnitsEvents } from './units.events'
import { UnitsInAreaApi } from './units-in-area.api'
import { UnitsStore } from './units.store'

@Module({
  imports: [AreasModule, EmployersModule, HoldsModule],
  controllers: [UnitsEvents],
  providers: [UnitsStore, SeatsHeldStore, Establishments, UnitsApi, UnitsInAreaApi],
  exports: [UnitsStore, SeatsHeldStore, Establishments, HoldsModule],
})
export class UnitsModule {
  constructor(packs: Packs) {
    const { types, problems } = joinUnitTypes(packs.unitTypes())
    if (problems.length > 0) throw new PacksInvalid(problems)
    takeUnitTypes(types)
  }
}
