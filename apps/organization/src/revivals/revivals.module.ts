import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { MovesModule } from '../moves/moves.module'
import { UnitsModule } from '../units/units.module'
import { RevivalsApi } from './revivals.api'

@Module({ imports: [UnitsModule, MovesModule, AreasModule], providers: [RevivalsApi] })
export class RevivalsModule {}
