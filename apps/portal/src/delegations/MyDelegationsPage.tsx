import { useQuery } from '@apollo/client/react'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { MyDelegationsPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DelegationsTable } from './DelegationsTable'

/** 我的代理: who acts in the reader's place, and in whose place the reader acts. Either of the two ends it here. */
export function MyDelegationsPage() {
  const text = useText()
  const { on } = useOn()
  const { data, error, refetch } = useQuery(MyDelegationsPageDocument, { variables: { on }, fetchPolicy: 'cache-and-network' })

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { given, received, own } = data.myDelegations
  const open = (delegations: typeof given) => delegations.filter(({ state }) => state !== 'OVER').length
  return (
    <article className="page">
      <PageHeading
        name={text('delegations.name')}
        action={
          own.length > 0 && (
            <PageLink to="/my-delegations/new" className="action-link">
              {text('delegations.delegate')}
            </PageLink>
          )
        }
      >
        {text('delegations.title', { given: open(given), received: open(received) })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <p className="quiet">
        {text('delegations.lead')} <PageLink to="/my-rights">{text('delegations.rights')}</PageLink>
      </p>
      <section>
        <h2>{text('delegations.given')}</h2>
        <DelegationsTable
          id="delegations-given"
          title={text('delegations.given')}
          names="to"
          delegations={given}
          empty={text('delegations.given.none')}
          ends
        />
      </section>
      <section>
        <h2>{text('delegations.received')}</h2>
        <DelegationsTable
          id="delegations-received"
          title={text('delegations.received')}
          names="by"
          delegations={received}
          empty={text('delegations.received.none')}
          ends
        />
      </section>
    </article>
  )
}
