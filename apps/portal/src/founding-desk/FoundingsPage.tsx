import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { CheckChoice } from '../address/CheckChoice'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { PageLink } from '../date/PageLink'
import type { FoundingStep } from '../graph.generated'
import { FoundingsPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { usePaging } from '../paging/usePaging'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DataTable } from '../table/DataTable'
import { useWords } from '../words/useWords'
import { steps } from './founding-desk'
import { useFoundingColumns } from './useFoundingColumns'

/** 筹建: what waits for me, for others, or is over; overdue first. Each line says who has it since when and until when. */
export function FoundingsPage() {
  const text = useText()
  const words = useWords()
  const [parameters] = useSearchParams()
  const given = (name: string) => parameters.get(name) || undefined
  const state = given('state')
  const step: FoundingStep | undefined = steps.find((each) => each === given('step'))
  const narrowed = {
    search: given('q'),
    within: given('within'),
    type: given('type'),
    step,
    overdue: given('overdue') === 'yes' || undefined,
  }
  const asked = useQuery(FoundingsPageDocument, { variables: { ...narrowed, closed: state === 'closed', mine: state === 'mine' } })
  const { error, refetch } = asked
  const data = asked.data ?? asked.previousData
  const paging = usePaging(asked, { take: (it) => it.foundings, put: (it, foundings) => ({ ...it, foundings }) })
  const columns = useFoundingColumns(state === 'closed')
  const rows = data?.foundings.nodes
  const isNarrowed = Object.values(narrowed).some(Boolean)

  return (
    <article className="page founding-desk">
      <PageHeading
        name={text('foundingDesk.name')}
        action={
          <ActionLink to="/foundings/new" verb={write('foundings')}>
            {text('foundingDesk.begin')}
          </ActionLink>
        }
      >
        {data ? text('foundingDesk.title', { ...data.foundingCounts }) : text('foundingDesk.name')}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="filters not-printed">
        <SelectChoice
          label={text('foundingDesk.state')}
          parameter="state"
          all={text('foundingDesk.open')}
          options={['mine', 'closed'].map((value) => ({ value, name: text(`foundingDesk.state.${value}`) }))}
        />
        <SearchChoice parameter="q" label={text('foundingDesk.search')} />
        <SelectChoice
          label={text('foundingDesk.step')}
          parameter="step"
          all={text('foundingDesk.all')}
          options={steps.map((value) => ({ value, name: words.foundingStep(value) }))}
        />
        <SelectChoice
          label={text('foundingDesk.type')}
          parameter="type"
          all={text('foundingDesk.all')}
          options={(data?.unitTypes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <SelectChoice
          label={text('foundingDesk.county')}
          parameter="within"
          all={text('foundingDesk.wholeCity')}
          options={(data?.counties.nodes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        <CheckChoice label={text('foundingDesk.onlyOverdue')} parameter="overdue" />
      </div>
      {rows ? (
        <DataTable
          id="foundings"
          title={text('foundingDesk.name')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          narrow={(founding) => ({
            first: <PageLink to={`/foundings/${founding.id}`}>{founding.name}</PageLink>,
            second: [
              founding.type.name,
              founding.outcome ? words.foundingOutcome(founding.outcome) : founding.step && words.foundingStep(founding.step),
              founding.due && text(founding.overdue ? 'foundingDesk.overdueSince' : 'foundingDesk.dueOn', { due: founding.due }),
            ]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={
            isNarrowed ? (
              text('foundingDesk.noneSuch')
            ) : state === 'mine' ? (
              <>
                {text('foundingDesk.noneMine')} <PageLink to="/foundings">{text('foundingDesk.toOpen')}</PageLink>
              </>
            ) : (
              <>
                {text('foundingDesk.none')} <PageLink to="/units/new">{text('foundingDesk.direct')}</PageLink>
              </>
            )
          }
          paging={paging}
        />
      ) : (
        !error && <Loading what="table" />
      )}
    </article>
  )
}
