import { useRef, useState } from 'react'
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

/** Goes on with a list where it ends: the pages that were read stand as one list. What fails to come leaves the list as it stands, to be asked for again. */
export function usePaging<Data, Node, List extends Page<Node>>({ data, fetchMore }: Asked<Data>, { take, put }: Place<Data, List>): Paging {
  const [loading, setLoading] = useState(false)
  const wanted = useRef(false)
  const { hasNextPage = false, endCursor = null } = data ? take(data).pageInfo : {}

  /** Reads the page behind a cursor; answers where the list goes on, null at its end. */
  const readPage = async (after: string | null): Promise<string | null> => {
    let next: string | null = null
    await fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult }) => {
        const [known, page] = [take(before), take(fetchMoreResult)]
        next = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
        return put(before, { ...page, nodes: [...known.nodes, ...page.nodes] })
      },
    })
    return next
  }
  const read = async (all: boolean) => {
    wanted.current = true
    setLoading(true)
    try {
      let after = await readPage(endCursor)
      while (all && wanted.current && after !== null) after = await readPage(after)
      return after === null
    } catch {
      return false
    } finally {
      setLoading(false)
    }
  }
  return {
    hasMore: hasNextPage,
    loading,
    loadMore: () => void read(false),
    loadAll: () => read(true),
    stop: () => (wanted.current = false),
  }
}
