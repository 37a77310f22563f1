import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { EmployersModule } from '../employers/employers.module'
import { ListImportModule } from '../list-import/list-import.module'
import { UnitsModule } from '../units/units.module'
import { CoverImportApi } from './cover-import.api'
import { CoversExport } from './covers.export'
import { CoversImport } from './covers.import'
import { CoversKept } from './covers-kept'
import { CoversKnownByFile } from './covers-known'

@Module({
  imports: [AreasModule, EmployersModule, UnitsModule, ListImportModule],
  controllers: [CoversImport, CoversExport],
  providers: [CoversKnownByFile, CoversKept, CoverImportApi],
})
export class CoverImportModule {}
