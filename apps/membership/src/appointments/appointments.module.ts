import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module'
import { PersonsModule } from '../persons/persons.module'
import { AppointmentsApi } from './appointments.api'
import { AppointmentsEvents } from './appointments.events'
import { PersonPostsApi, SeatHoldersApi, UnitHoldersApi } from './holders.api'
import { SeatHoldingsModule } from './seat-holdings.module'

@Module({
  imports: [AccountsModule, PersonsModule, SeatHoldingsModule],
  controllers: [AppointmentsEvents],
  providers: [AppointmentsApi, SeatHoldersApi, UnitHoldersApi, PersonPostsApi],
})
export class AppointmentsModule {}
