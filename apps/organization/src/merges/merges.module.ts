import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { CarryingOutModule } from '../carrying-out/carrying-out.module'
import { EmployersModule } from '../employers/employers.module'
import { MovesModule } from '../moves/moves.module'
import { UnitsModule } from '../units/units.module'
import { ConflictsApi, MergersApi, MergesApi } from './merges.api'
import { Merges } from './merges.store'

@Module({
  imports: [UnitsModule, EmployersModule, AreasModule, MovesModule, CarryingOutModule],
  providers: [Merges, MergesApi, MergersApi, ConflictsApi],
})
export class MergesModule {}
