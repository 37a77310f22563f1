import { Module } from '@nestjs/common'
import { AccessesModule } from '../accesses/accesses.module'
import { AccountsModule } from '../accounts/accounts.module'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { PapersModule } from '../papers/papers.module'
import { PersonsModule } from '../persons/persons.module'
import { MyDataApi } from './my-data.api'

@Module({ imports: [PersonsModule, AccountsModule, AccessesModule, PapersModule, SeatHoldingsModule], providers: [MyDataApi] })
export class MyDataModule {}
