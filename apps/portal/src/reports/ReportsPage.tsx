import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { yearsLater, yearStart } from '../date/days'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { ReportFiltersDocument } from '../graph.generated'
import { Loading } from '../states/Loading'
import { CoverageReport } from '../coverage-report/CoverageReport'
import { NO_AREA } from '../graph/left-out'
import { HeadsReport } from '../heads-report/HeadsReport'
import { SectorsReport } from '../sectors-report/SectorsReport'
import { LacksReport } from '../lacks-report/LacksReport'
import { ReportFilters } from './ReportFilters'
import './reports.css'
import type { Asked } from './reports'
import { WorkReport } from '../work-report/WorkReport'

/** Reports of one day, without a time. */
const ON_A_DAY = ['heads', 'sectors', 'lacks']

/** 报表: coverage with its trend, coverage by sector, the four lacks, the heads' entry into bodies, and activities by line and month; which one, where and when is in the address. */
export function ReportsPage() {
  const { on } = useOn()
  const day = useDay()
  const [parameters] = useSearchParams()
  const within = parameters.get('within') || undefined
  const { data: choices } = useQuery(ReportFiltersDocument, { variables: { place: within ?? NO_AREA, narrowed: within !== undefined } })
  if (!day) return <Loading />

  const view = parameters.get('view')
  const usualFrom = view === 'work' ? yearStart(day) : yearsLater(day, -2)
  const asked: Asked = {
    within,
    place: choices?.place?.name ?? '',
    on,
    day,
    from: parameters.get('from') || usualFrom,
    to: parameters.get('to') || day,
  }
  const filters = <ReportFilters asked={asked} choices={choices} timed={!ON_A_DAY.includes(view ?? '')} />
  if (view === 'heads') return <HeadsReport asked={asked} filters={filters} />
  if (view === 'sectors') return <SectorsReport asked={asked} filters={filters} />
  if (view === 'lacks') return <LacksReport asked={asked} filters={filters} />
  if (view === 'work') return <WorkReport asked={asked} filters={filters} />
  return <CoverageReport asked={asked} filters={filters} />
}
