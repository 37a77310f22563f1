import { Module } from '@nestjs/common'
import { BodiesModule } from '../bodies/bodies.module'
import { UnitsModule } from '../units/units.module'
import { TermsApi } from './terms.api'

@Module({ imports: [BodiesModule, UnitsModule], providers: [TermsApi] })
export class TermsModule {}
