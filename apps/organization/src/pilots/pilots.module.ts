import { Module } from '@nestjs/common'
import { UnitsModule } from '../units/units.module'
import { PilotApi, PilotCategoryApi, PilotOfUnitApi } from './pilot.api'
import { PilotsApi } from './pilots.api'
import { PilotsStore } from './pilots.store'

@Module({ imports: [UnitsModule], providers: [PilotsStore, PilotsApi, PilotApi, PilotCategoryApi, PilotOfUnitApi] })
export class PilotsModule {}
