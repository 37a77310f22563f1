import { Module } from '@nestjs/common'
import { Packs } from '@sizhang/packs'
import { AreasModule } from '../areas/areas.module'
import { EmployersModule } from '../employers/employers.module'
import { HoldsModule } from '../holds/holds.module'
import { Establishments } from './establishments'
import { SeatsHeldStore } from './seats-held.store'
import { declareUnitTypes } from './unit-types.domain'
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
    declareUnitTypes(packs.unitTypes())
  }
}
