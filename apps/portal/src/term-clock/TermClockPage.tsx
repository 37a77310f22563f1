import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { SelectChoice } from '../address/SelectChoice'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import type { TermState } from '../graph.generated'
import { TermClockPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import './term-clock.css'
import { useTermColumns } from './useTermColumns'

const states: readonly TermState[] = ['OVERDUE', 'POSTPONED', 'DUE_IN_3_MONTHS', 'DUE_IN_6_MONTHS']

/** 换届时钟: the terms that are overdue, put off, or to be renewed within three or six months, the soonest first (domain (d) 1). */
export function TermClockPage() {
  const text = useText()
  const { on } = useOn()
  const day = useDay()
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const narrowed = { within: given('within'), state: states.find((state) => state === given('state')) }
  const asked = useQuery(TermClockPageDocument, { variables: { on, ...narrowed } })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.termsDue, put: (it, termsDue) => ({ ...it, termsDue }) })
  const columns = useTermColumns()
  const rows = data?.termsDue.nodes
  const count = (state: TermState) => rows?.filter((row) => row.state === state).length ?? 0
  const figures = {
    overdue: count('OVERDUE'),
    postponed: count('POSTPONED'),
    three: count('DUE_IN_3_MONTHS'),
    six: count('DUE_IN_6_MONTHS'),
  }

  return (
    <article className="page term-clock">
      <PageHeading
        name={text('termClock.name')}
        action={
          <Allowed to={write('bodies')}>
            <PageLink to="/seats/import">{text('seatImport.name')}</PageLink>
          </Allowed>
        }
      >
        {rows
          ? text(paging.hasMore ? 'termClock.titleOfFirst' : 'termClock.title', { ...figures, count: rows.length })
          : text('termClock.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="filters not-printed">
        <SelectChoice
          label={text('termClock.state')}
          parameter="state"
          all={text('termClock.all')}
          options={states.map((value) => ({ value, name: text(`termClock.state.${value}`) }))}
        />
        <SelectChoice
          label={text('termClock.county')}
          parameter="within"
          all={text('termClock.wholeCity')}
          options={(data?.counties.nodes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
      </div>
      {rows ? (
        <DataTable
          id="term-clock"
          title={text('termClock.file', { day: day ?? '' })}
          rows={rows}
          rowKey={({ body, term }) => `${body.id}/${term.number}`}
          columns={columns}
          narrow={({ body, term, state, daysLeft }) => ({
            first: <PageLink to={`/bodies/${body.id}`}>{body.unit.name}</PageLink>,
            second: [
              text('termClock.term', { kind: body.kind.name, number: term.number }),
              text(`termClock.state.${state}`),
              text(daysLeft < 0 ? 'termClock.overdueBy' : 'termClock.endsIn', { days: Math.abs(daysLeft) }),
            ].join(' · '),
          })}
          empty={text(Object.values(narrowed).some(Boolean) ? 'termClock.noneSuch' : 'termClock.none', { day: day ?? '—' })}
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
