import { Module } from '@nestjs/common'
import { UnitsModule } from '../units/units.module'
import { ConditionsApi, ConditionsOfUnitApi, NotesApi } from './conditions.api'
import { ConditionsStore } from './conditions.store'

@Module({
  imports: [UnitsModule],
  providers: [ConditionsStore, ConditionsApi, ConditionsOfUnitApi, NotesApi],
  exports: [ConditionsStore],
})
export class ConditionsModule {}
