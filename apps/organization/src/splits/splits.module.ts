import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { CarryingOutModule } from '../carrying-out/carrying-out.module'
import { MovesModule } from '../moves/moves.module'
import { UnitsModule } from '../units/units.module'
import { HandoversApi, SplitsApi, TakeoversApi } from './splits.api'
import { Splits } from './splits.store'

@Module({
  imports: [UnitsModule, AreasModule, MovesModule, CarryingOutModule],
  providers: [Splits, SplitsApi, HandoversApi, TakeoversApi],
})
export class SplitsModule {}
