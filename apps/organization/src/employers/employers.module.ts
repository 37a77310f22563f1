import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { EmployersApi } from './employers.api'
import { EmployersStore } from './employers.store'

@Module({ imports: [AreasModule], providers: [EmployersStore, EmployersApi], exports: [EmployersStore] })
export class EmployersModule {}
