import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { PersonsModule } from '../persons/persons.module'
import { AccessesApi } from './accesses.api'
import { AccessesStore } from './accesses.store'

@Module({
  imports: [PersonsModule, AccountsModule, SeatHoldingsModule],
  providers: [AccessesStore, AccessesApi],
  exports: [AccessesStore],
})
export class AccessesModule {}
