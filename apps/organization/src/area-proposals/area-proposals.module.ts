import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module'
import { EmployersModule } from '../employers/employers.module'
import { UnitsModule } from '../units/units.module'
import { Carrying } from './carrying'
import { AreaChangesApi } from './changes.api'
import { AreaProposalsApi } from './proposals.api'
import { AreaProposalsStore } from './proposals.store'
import { AreaProposalsUpload } from './proposals.upload'

@Module({
  imports: [AreasModule, UnitsModule, EmployersModule],
  controllers: [AreaProposalsUpload],
  providers: [AreaProposalsStore, AreaProposalsApi, AreaChangesApi, Carrying],
})
export class AreaProposalsModule {}
