import { useState } from 'react'
import type { Paging } from '../table/MoreRows'

/** A page of a list of the graph. */
interface Page<Node> {
  nodes: Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

interface Asked<Data> {
  data?: Data
  fetchMore: (options: {
    variables: { after: string | null }
    updateQuery: (before: Data, answer: { fetchMoreResult: Data }) => Data
  }) => Promise<unknown>
}

/** Where the list lies in the answer: how it is taken out and how a longer one is put in its place. */
interface Place<Data, List> {
  take: (data: Data) => List
  put: (data: Data, list: List) => Data
}

/** Goes on with a list where it ends: the pages that were read stand as one list. */
export function usePaging<Data, Node, List extends Page<Node>>({ data, fetchMore }: Asked<Data>, { take, put }: Place<Data, List>): Paging {
  const [loading, setLoading] = useState(false)
  const { hasNextPage = false, endCursor = null } = data ? take(data).pageInfo : {}

  const loadMore = () => {
    setLoading(true)
    void fetchMore({
      variables: { after: endCursor },
      updateQuery: (before, { fetchMoreResult }) => {
        const [known, next] = [take(before), take(fetchMoreResult)]
        return put(before, { ...next, nodes: [...known.nodes, ...next.nodes] })
      },
    }).finally(() => setLoading(false))
  }
  return { hasMore: hasNextPage, loading, loadMore }
}
