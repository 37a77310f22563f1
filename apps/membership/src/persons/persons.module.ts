import { Module } from '@nestjs/common'
import { KnownEmployersStore } from './known-employers.store'
import { PersonsApi, StaffApi } from './persons.api'
import { PersonsEvents } from './persons.events'
import { PersonsStore } from './persons.store'
import { PrivateFields } from './private-fields'

@Module({
  controllers: [PersonsEvents],
  providers: [PersonsStore, KnownEmployersStore, PrivateFields, PersonsApi, StaffApi],
  exports: [PersonsStore],
})
export class PersonsModule {}
