import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { Choices } from '../arrangement/Choices'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { UnitsPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { countyOf, useUnitColumns } from './useUnitColumns'

/** 组织: every unit of the network, searched and filtered by the graph; in force on the day looked at unless dissolved ones are wanted. */
export function UnitsPage() {
  const text = useText()
  const { on } = useOn()
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const day = useDay()
  const asked = useQuery(UnitsPageDocument, {
    variables: {
      search: given('q'),
      within: given('within'),
      type: given('type'),
      inForceOn: given('state') === 'all' ? undefined : day,
      on,
      pilotsOnly: given('state') === 'pilots',
    },
    skip: !day,
  })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.units, put: (it, units) => ({ ...it, units }) })
  const columns = useUnitColumns()
  const rows = data?.units.nodes

  return (
    <article className="page">
      <PageHeading
        name={text('units.name')}
        action={
          <Allowed to={write('units')}>
            <span className="page-actions">
              <PageLink to="/units/import">{text('unitImport.name')}</PageLink>
              <ActionLink to="/units/new" verb={write('units')}>
                {text('units.establish')}
              </ActionLink>
            </span>
          </Allowed>
        }
      >
        {rows ? text(paging.hasMore ? 'units.titleOfFirst' : 'units.title', { count: rows.length }) : text('units.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="filters not-printed">
        <SearchChoice parameter="q" label={text('units.search')} />
        <SelectChoice
          label={text('units.within')}
          parameter="within"
          all={text('units.wholeCity')}
          options={(data?.counties.nodes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <SelectChoice
          label={text('units.type')}
          parameter="type"
          all={text('units.everyType')}
          options={(data?.unitTypes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <Choices
          label={text('units.state')}
          parameter="state"
          usual=""
          options={[
            { value: '', name: text('units.state.inForce') },
            { value: 'all', name: text('units.state.all') },
            { value: 'pilots', name: text('units.state.pilots') },
          ]}
        />
      </div>
      {rows ? (
        <DataTable
          id="units"
          title={text('units.file', { day: day ?? '' })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={(unit) => ({
            first: <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink>,
            second: [unit.type.name, countyOf(unit), unit.functioning === false && text('units.notFunctioning')]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={
            <>
              {text('units.none')}{' '}
              <Allowed to={write('units')}>
                <PageLink to="/units/import">{text('unitImport.name')}</PageLink>
              </Allowed>
            </>
          }
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
