import { Module } from '@nestjs/common'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { PersonsModule } from '../persons/persons.module'
import { StructureApi } from './structure.api'

@Module({ imports: [SeatHoldingsModule, PersonsModule], providers: [StructureApi] })
export class StructureModule {}
