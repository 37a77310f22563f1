import { Module } from '@nestjs/common'
import { AccessesModule } from '../accesses/accesses.module'
import { AccountsModule } from '../accounts/accounts.module'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { PersonsModule } from '../persons/persons.module'
import { ErasuresApi } from './erasures.api'
import { Erasures } from './erasures.store'

@Module({ imports: [PersonsModule, AccountsModule, AccessesModule, SeatHoldingsModule], providers: [Erasures, ErasuresApi] })
export class ErasuresModule {}
