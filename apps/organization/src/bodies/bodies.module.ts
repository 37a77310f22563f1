import { Module } from '@nestjs/common'
import { UnitsModule } from '../units/units.module'
import { BodiesApi } from './bodies.api'
import { BodiesStore } from './bodies.store'
import { BodyApi, BodyKindApi } from './body.api'
import { BodiesOfUnitApi, SeatsApi, TermApi } from './seats.api'

@Module({
  imports: [UnitsModule],
  providers: [BodiesStore, BodiesApi, BodyApi, BodyKindApi, SeatsApi, TermApi, BodiesOfUnitApi],
  exports: [BodiesStore],
})
export class BodiesModule {}
