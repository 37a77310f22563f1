import { Module } from '@nestjs/common'
import { ConditionsModule } from '../conditions/conditions.module'
import { ListImportModule } from '../list-import/list-import.module'
import { UnitsModule } from '../units/units.module'
import { ConditionImportApi } from './condition-import.api'
import { ConditionsExport } from './conditions.export'
import { ConditionsImport } from './conditions.import'

@Module({
  imports: [ConditionsModule, UnitsModule, ListImportModule],
  controllers: [ConditionsImport, ConditionsExport],
  providers: [ConditionImportApi],
})
export class ConditionImportModule {}
