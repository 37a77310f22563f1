import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { Choices } from '../arrangement/Choices'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { EmployersPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useEmployerColumns } from './useEmployerColumns'

const coveredBy: Record<string, boolean> = { covered: true, uncovered: false }

/** 单位: the hospitals, schools, stations and firms that are known, each with the unit that covers it on the day looked at. */
export function EmployersPage() {
  const text = useText()
  const { on } = useOn()
  const day = useDay()
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const asked = useQuery(EmployersPageDocument, {
    variables: { search: given('q'), within: given('within'), kind: given('kind'), covered: coveredBy[given('state') ?? ''], on },
  })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.employers, put: (it, employers) => ({ ...it, employers }) })
  const columns = useEmployerColumns({ ofUnit: false })
  const rows = data?.employers.nodes

  return (
    <article className="page">
      <PageHeading
        name={text('employers.name')}
        action={
          <ActionLink to="/employers/import" verb={write('units')}>
            {text('coverImport.name')}
          </ActionLink>
        }
      >
        {rows ? text(paging.hasMore ? 'employers.titleOfFirst' : 'employers.title', { count: rows.length }) : text('employers.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="filters not-printed">
        <SearchChoice parameter="q" label={text('employers.search')} />
        <SelectChoice
          label={text('employers.within')}
          parameter="within"
          all={text('employers.wholeCity')}
          options={(data?.counties.nodes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <SelectChoice
          label={text('employers.kind')}
          parameter="kind"
          all={text('employers.everyKind')}
          options={(data?.employerKinds ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <Choices
          label={text('employers.state')}
          parameter="state"
          usual=""
          options={[
            { value: '', name: text('employers.state.all') },
            { value: 'covered', name: text('employers.covered') },
            { value: 'uncovered', name: text('employers.uncovered') },
          ]}
        />
      </div>
      {rows ? (
        <DataTable
          id="employers"
          title={text('employers.file', { day: day ?? '' })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={({ name, kindName, area, cover }) => ({
            first: name,
            second: [kindName, area.name, cover ? (cover.unit?.name ?? text('employers.unit.beyond')) : text('employers.uncovered')].join(
              ' · ',
            ),
          })}
          empty={text('employers.none')}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
