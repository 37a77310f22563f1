import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { EmployersModule } from '../employers/employers.module'
import { UnitsModule } from '../units/units.module'
import { FoundingApi, FoundingMemberApi, FoundingRecordApi } from './founding.api'
import { FoundingCompletion } from './founding-completion'
import { FoundingStepsApi } from './founding-steps.api'
import { FoundingsSurroundings } from './founding-surroundings'
import { FoundingsApi } from './foundings.api'
import { FoundingsEvents } from './foundings.events'
import { FoundingsStore } from './foundings.store'
import { KnownPersonsStore } from './known-persons.store'

@Module({
  imports: [AreasModule, EmployersModule, UnitsModule],
  controllers: [FoundingsEvents],
  providers: [
    ...[FoundingsStore, KnownPersonsStore, FoundingsSurroundings, FoundingCompletion],
    ...[FoundingsApi, FoundingStepsApi, FoundingApi, FoundingMemberApi, FoundingRecordApi],
  ],
})
export class FoundingsModule {}
