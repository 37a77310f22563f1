import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { UnitsModule } from '../units/units.module'
import { UnitChangesApi } from './unit-changes.api'

@Module({ imports: [AreasModule, UnitsModule], providers: [UnitChangesApi] })
export class UnitChangesModule {}
