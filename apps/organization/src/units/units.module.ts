import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { SeatsHeldStore } from './seats-held.store'
import { UnitsApi } from './units.api'
import { UnitsEvents } from './units.events'
import { UnitsInAreaApi } from './units-in-area.api'
import { UnitsStore } from './units.store'

@Module({
  imports: [AreasModule],
  controllers: [UnitsEvents],
  providers: [UnitsStore, SeatsHeldStore, UnitsApi, UnitsInAreaApi],
  exports: [UnitsStore],
})
export class UnitsModule {}
