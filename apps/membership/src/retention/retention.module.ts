import { Module } from '@nestjs/common'
import { AccessesModule } from '../accesses/accesses.module'
import { AccountsModule } from '../accounts/accounts.module'
import { PapersModule } from '../papers/papers.module'
import { PersonsModule } from '../persons/persons.module'
import { Nightly } from './nightly'
import { Retention } from './retention'
import { RetentionApi } from './retention.api'
import { RetentionRuns } from './retention-runs'

@Module({
  imports: [PersonsModule, AccountsModule, AccessesModule, PapersModule],
  providers: [Retention, RetentionRuns, RetentionApi, Nightly],
})
export class RetentionModule {}
