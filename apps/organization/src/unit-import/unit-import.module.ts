import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { ListImportModule } from '../list-import/list-import.module'
import { UnitsModule } from '../units/units.module'
import { UnitImportApi } from './unit-import.api'
import { UnitsKnownByFile } from './units-known'
import { UnitsExport } from './units.export'
import { UnitsImport } from './units.import'

@Module({
  imports: [AreasModule, UnitsModule, ListImportModule],
  controllers: [UnitsImport, UnitsExport],
  providers: [UnitsKnownByFile, UnitImportApi],
})
export class UnitImportModule {}
