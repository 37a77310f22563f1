import { useQuery } from '@apollo/client/react'
import { useOn } from '../date/useOn'
import { WaitingGrantsDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { ProposalLines } from './ProposalLines'

/** 待确认的授权 that the reader sees, wherever they are; nothing where none waits. */
export function WaitingGrants() {
  const text = useText()
  const { on } = useOn()
  const { data } = useQuery(WaitingGrantsDocument, { variables: { on }, fetchPolicy: 'cache-and-network' })
  const proposed = (data?.accounts.nodes ?? []).flatMap((account) => account.proposals.map((proposal) => ({ account, proposal })))
  if (proposed.length === 0) return null
  const title = data?.accounts.pageInfo.hasNextPage ? 'proposals.waiting.first' : 'proposals.waiting'

  return (
    <section>
      <h2>{text(title, { count: proposed.length })}</h2>
      <ProposalLines proposed={proposed} />
    </section>
  )
}
