import { Module } from '@nestjs/common'
import { PersonsModule } from '../persons/persons.module'
import { AppointmentsApi } from './appointments.api'
import { AppointmentsEvents } from './appointments.events'
import { AppointmentsStore } from './appointments.store'
import { PersonPostsApi, SeatHoldersApi, UnitHoldersApi } from './holders.api'
import { KnownSeatsStore } from './known-seats.store'

@Module({
  imports: [PersonsModule],
  controllers: [AppointmentsEvents],
  providers: [AppointmentsStore, KnownSeatsStore, AppointmentsApi, SeatHoldersApi, UnitHoldersApi, PersonPostsApi],
})
export class AppointmentsModule {}
