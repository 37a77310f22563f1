import type { ServiceDeclaration } from '@sizhang/service-kit'
import { settings } from './config'
import coverage from './coverage/coverage.graphql'
import { CoverageModule } from './coverage/coverage.module'
import entry from './entry/entry.graphql'
import { EntryModule } from './entry/entry.module'
import figures from './figures/figures.graphql'
import work from './work/work.graphql'
import { WorkModule } from './work/work.module'

/** The service reporting: what the others' facts add up to, on any day: coverage, the heads' entry, and the work done. */
export function reporting(environment?: NodeJS.ProcessEnv): ServiceDeclaration {
  return {
    service: 'reporting',
    settings: settings(environment),
    migrations: [],
    graph: [figures, coverage, entry, work],
    features: [CoverageModule, EntryModule, WorkModule],
  }
}
