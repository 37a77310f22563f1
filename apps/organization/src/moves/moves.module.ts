import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { EmployersModule } from '../employers/employers.module'
import { UnitsModule } from '../units/units.module'
import { BurdensApi } from './burdens.api'
import { Burdens } from './burdens.store'
import { MovesApi, ParentsApi } from './moves.api'

@Module({
  imports: [UnitsModule, EmployersModule, AreasModule],
  providers: [MovesApi, ParentsApi, BurdensApi, Burdens],
  exports: [Burdens],
})
export class MovesModule {}
