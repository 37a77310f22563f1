import { Module } from '@nestjs/common'
import { AreasApi } from './areas.api'
import { AreasImport } from './areas.import'
import { AreasStore } from './areas.store'

@Module({ controllers: [AreasImport], providers: [AreasStore, AreasApi], exports: [AreasStore] })
export class AreasModule {}
