import { auditsKeptBy } from '@sizhang/contracts'
import type { ServiceDeclaration } from '@sizhang/service-kit'
import { settings } from './config'
import coverage from './coverage/coverage.graphql'
import { CoverageModule } from './coverage/coverage.module'
import entry from './entry/entry.graphql'
import { EntryModule } from './entry/entry.module'
import figures from './figures/figures.graphql'
import lacks from './lacks/lacks.graphql'
import { LacksModule } from './lacks/lacks.module'
import sectors from './sectors/sectors.graphql'
import { SectorsModule } from './sectors/sectors.module'
import work from './work/work.graphql'
import { WorkModule } from './work/work.module'

/** The service reporting: what the others' facts add up to, on any day: coverage, what units lack, the heads' entry, and the work done. */
export function reporting(environment?: NodeJS.ProcessEnv): ServiceDeclaration {
  return {
    service: 'reporting',
    settings: settings(environment),
    migrations: [],
    graph: [figures, coverage, sectors, lacks, entry, work],
    features: [CoverageModule, SectorsModule, LacksModule, EntryModule, WorkModule],
    keepsAuditOf: auditsKeptBy('reporting'),
  }
}
