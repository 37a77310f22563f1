import { Module } from '@nestjs/common'
import { UnitsModule } from '../units/units.module'
import { BodiesApi } from './bodies.api'
import { BodiesStore } from './bodies.store'
import { BodiesOfUnitApi, SeatsApi, TermsApi } from './seats.api'
import { TermWarningsApi } from './term-warnings.api'

@Module({ imports: [UnitsModule], providers: [BodiesStore, BodiesApi, SeatsApi, TermsApi, BodiesOfUnitApi, TermWarningsApi] })
export class BodiesModule {}
