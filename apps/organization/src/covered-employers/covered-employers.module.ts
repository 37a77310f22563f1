import { Module } from '@nestjs/common'
import { EmployersModule } from '../employers/employers.module'
import { UnitsModule } from '../units/units.module'
import { CoveredEmployersApi, CoversApi, CoversOfEmployerApi, EmployersOfUnitApi } from './covered-employers.api'
import { CoveredEmployers } from './covered-employers.store'

@Module({
  imports: [EmployersModule, UnitsModule],
  providers: [CoveredEmployers, CoveredEmployersApi, CoversApi, CoversOfEmployerApi, EmployersOfUnitApi],
})
export class CoveredEmployersModule {}
