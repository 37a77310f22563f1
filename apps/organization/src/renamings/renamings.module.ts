import { Module } from '@nestjs/common'
import { UnitsModule } from '../units/units.module'
import { RenamingsApi } from './renamings.api'

@Module({ imports: [UnitsModule], providers: [RenamingsApi] })
export class RenamingsModule {}
