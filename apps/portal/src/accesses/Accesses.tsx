import { useQuery } from '@apollo/client/react'
import { AccessesDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { AccessLines } from './AccessLines'

/** 查看记录: who looked at the numbers of a person, for who may know. The latest first; the rest is fetched on demand. */
export function Accesses({ personId }: { personId: string }) {
  const text = useText()
  const { data, error, refetch, fetchMore } = useQuery(AccessesDocument, { variables: { personId } })
  const more = async () => {
    const after = data?.accesses.pageInfo.endCursor
    await fetchMore({
      variables: { after },
      updateQuery: ({ accesses }, { fetchMoreResult: next }) => ({
        accesses: { ...next.accesses, nodes: [...accesses.nodes, ...next.accesses.nodes] },
      }),
    })
  }

  return (
    <section>
      <h2>{text('accesses.name')}</h2>
      <Unanswered error={error} retry={() => void refetch()} />
      {data ? <AccessLines accesses={data.accesses.nodes} none={text('accesses.none')} /> : !error && <Loading />}
      {data?.accesses.pageInfo.hasNextPage && (
        <button type="button" className="plain-button not-printed" onClick={() => void more()}>
          {text('accesses.more')}
        </button>
      )}
    </section>
  )
}
