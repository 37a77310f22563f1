import { useCallback, useState } from 'react'
import type { Paging } from '../table/MoreRows'

/** A page of a list of the graph. */
interface Page {
  nodes: readonly unknown[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Data of which one field is a list that is read page by page. */
type Paged<Field extends string> = { [Name in Field]: Page }

interface Asked<Data> {
  data?: Data
  fetchMore: (options: {
    variables: { after: string | null }
    updateQuery: (before: Data, answer: { fetchMoreResult: Data }) => Data
  }) => Promise<unknown>
}

/** Goes on with a list where it ends: the pages that were read stand as one list. */
export function usePaging<Field extends string, Data extends Paged<Field>>({ data, fetchMore }: Asked<Data>, field: Field): Paging {
  const [loading, setLoading] = useState(false)
  const { hasNextPage = false, endCursor = null } = data?.[field].pageInfo ?? {}

  const loadMore = useCallback(() => {
    setLoading(true)
    void fetchMore({
      variables: { after: endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        [field]: { ...fetchMoreResult[field], nodes: [...before[field].nodes, ...fetchMoreResult[field].nodes] },
      }),
    }).finally(() => setLoading(false))
  }, [fetchMore, endCursor, field])

  return { hasMore: hasNextPage, loading, loadMore }
}
