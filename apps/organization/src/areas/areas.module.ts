import { Module } from '@nestjs/common'
import { AreasApi } from './areas.api'
import { AreasExport } from './areas.export'
import { AreasImport } from './areas.import'
import { AreasStore } from './areas.store'

@Module({ controllers: [AreasImport, AreasExport], providers: [AreasStore, AreasApi], exports: [AreasStore] })
export class AreasModule {}
