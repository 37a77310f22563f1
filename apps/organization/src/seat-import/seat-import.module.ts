import { Module } from '@nestjs/common'
import { BodiesModule } from '../bodies/bodies.module'
import { ListImportModule } from '../list-import/list-import.module'
import { UnitsModule } from '../units/units.module'
import { SeatImportApi } from './seat-import.api'
import { SeatsExport } from './seats.export'
import { SeatsImport } from './seats.import'
import { SeatsKept } from './seats-kept'
import { SeatsKnownByFile } from './seats-known'

@Module({
  imports: [BodiesModule, UnitsModule, ListImportModule],
  controllers: [SeatsImport, SeatsExport],
  providers: [SeatsKnownByFile, SeatsKept, SeatImportApi],
})
export class SeatImportModule {}
