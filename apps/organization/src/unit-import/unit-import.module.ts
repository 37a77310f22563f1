import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { UnitsModule } from '../units/units.module'
import { UnitImportApi } from './unit-import.api'
import { UnitsKnownByFile } from './units-known'
import { UnitsExport } from './units.export'
import { UnitsImport } from './units.import'

@Module({
  imports: [AreasModule, UnitsModule],
  controllers: [UnitsImport, UnitsExport],
  providers: [UnitsKnownByFile, UnitImportApi],
})
export class UnitImportModule {}
