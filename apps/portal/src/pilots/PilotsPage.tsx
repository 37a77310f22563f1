import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import type { PilotTaskState } from '../graph.generated'
import { PilotsPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { usePrinting } from '../screen/usePrinting'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useWords } from '../words/useWords'
import { PilotCounts } from './PilotCounts'
import { countyOf, tasksDone } from './pilots'
import './pilots.css'
import { PilotsAnnex } from './PilotsAnnex'
import { usePilotColumns } from './usePilotColumns'

const states: readonly PilotTaskState[] = ['NOT_BEGUN', 'UNDER_WAY', 'DONE', 'DROPPED']

/** 试点: the pilots of the day looked at by category, as the notice's annex has them (A2), with where each is and what it does next. */
export function PilotsPage() {
  const text = useText()
  const words = useWords()
  const { on } = useOn()
  const day = useDay()
  const printing = usePrinting()
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const progress = states.find((state) => state === given('progress'))
  const narrowed = { search: given('q'), within: given('within'), category: given('category'), department: given('department'), progress }
  const asked = useQuery(PilotsPageDocument, { variables: { on, ...narrowed } })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.pilots, put: (it, pilots) => ({ ...it, pilots }) })
  const columns = usePilotColumns(day)
  const rows = data?.pilots.nodes
  const options = (list: readonly { code: string; name: string }[] = []) => list.map(({ code, name }) => ({ value: code, name }))
  const categories = new Set(rows?.map(({ category }) => category.code)).size

  return (
    <article className="page pilots">
      <PageHeading
        name={text('pilots.name')}
        action={
          <ActionLink to="/pilots/new" verb="pilots.designate">
            {text('pilots.designate')}
          </ActionLink>
        }
      >
        {rows ? text(paging.hasMore ? 'pilots.titleOfFirst' : 'pilots.title', { count: rows.length, categories }) : text('pilots.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="filters not-printed">
        <SearchChoice parameter="q" label={text('pilots.search')} />
        <SelectChoice
          label={text('pilots.category')}
          parameter="category"
          all={text('pilots.all')}
          options={options(data?.pilotCategories)}
        />
        <SelectChoice
          label={text('pilots.department')}
          parameter="department"
          all={text('pilots.all')}
          options={options(data?.pilotDepartments)}
        />
        <SelectChoice
          label={text('pilots.progress')}
          parameter="progress"
          all={text('pilots.all')}
          options={states.map((value) => ({ value, name: words.pilotTask(value) }))}
        />
        <SelectChoice
          label={text('pilots.county')}
          parameter="within"
          all={text('pilots.wholeCity')}
          options={options(data?.counties.nodes)}
        />
      </div>
      {data && rows && !paging.hasMore && rows.length > 0 && (
        <PilotCounts categories={data.pilotCategories} counties={data.counties.nodes} pilots={rows} />
      )}
      {rows && printing && rows.length > 0 ? (
        <PilotsAnnex title={text('pilots.annex', { day: day ?? '—' })} pilots={rows} />
      ) : rows ? (
        <DataTable
          id="pilots"
          title={text('pilots.file', { day: day ?? '' })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={(pilot) => ({
            first: <PageLink to={`/pilots/${pilot.id}`}>{pilot.unit.name}</PageLink>,
            second: [
              pilot.category.name,
              pilot.department.name,
              countyOf(pilot),
              `${words.pilotTask(pilot.progress)} ${text('pilots.doneOf', tasksDone(pilot.tasks))}`,
            ]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={text(Object.values(narrowed).some(Boolean) ? 'pilots.noneSuch' : 'pilots.none', { day: day ?? '—' })}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
