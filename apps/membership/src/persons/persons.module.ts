import { Module } from '@nestjs/common'
import { SeatHoldingsModule } from '../appointments/seat-holdings.module'
import { KnownEmployersStore } from './known-employers.store'
import { PersonsApi, StaffApi } from './persons.api'
import { PersonsEvents } from './persons.events'
import { PersonsStore } from './persons.store'
import { PrivateFields } from './private-fields'

@Module({
  imports: [SeatHoldingsModule],
  controllers: [PersonsEvents],
  providers: [PersonsStore, KnownEmployersStore, PrivateFields, PersonsApi, StaffApi],
  exports: [PersonsStore, PrivateFields],
})
export class PersonsModule {}
