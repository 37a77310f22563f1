import { Module } from '@nestjs/common'
import { AccessesModule } from '../accesses/accesses.module'
import { AccountsModule } from '../accounts/accounts.module'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { PapersModule } from '../papers/papers.module'
import { PersonsModule } from '../persons/persons.module'
import { ErasuresApi } from './erasures.api'
import { Erasures } from './erasures.store'

@Module({
  imports: [PersonsModule, AccountsModule, AccessesModule, PapersModule, SeatHoldingsModule],
  providers: [Erasures, ErasuresApi],
})
export class ErasuresModule {}
