import { Module } from '@nestjs/common'
import { DepartmentsApi } from './departments.api'

@Module({ providers: [DepartmentsApi] })
export class DepartmentsModule {}
