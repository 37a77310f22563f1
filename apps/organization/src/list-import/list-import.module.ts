import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { UnitsModule } from '../units/units.module'
import { ListExports } from './list-exports'
import { ListImports } from './list-imports'
import { UnitsNamed } from './units-named'

@Module({
  imports: [AreasModule, UnitsModule],
  providers: [ListImports, ListExports, UnitsNamed],
  exports: [ListImports, ListExports, UnitsNamed],
})
export class ListImportModule {}
