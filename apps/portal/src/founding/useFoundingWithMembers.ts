import { useQuery } from '@apollo/client/react'
import type { FoundingPageQuery } from '../graph.generated'
import { FoundingPageDocument } from '../graph.generated'
import { usePaging } from '../paging/usePaging'
import { useMay } from '../session/SessionProvider'
import { read } from '../session/verbs'

type Members = NonNullable<FoundingPageQuery['founding']>['members']

const NOBODY: Members = {
  __typename: 'FoundingMemberConnection',
  nodes: [],
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
}

/** A founding with its list, which goes on by pages. */
export function useFoundingWithMembers(id: string) {
  const papers = useMay(read('papers'))
  const asked = useQuery(FoundingPageDocument, { variables: { id, papers } })
  const paging = usePaging(asked, {
    take: (it) => it.founding?.members ?? NOBODY,
    put: (it, members) => (it.founding ? { ...it, founding: { ...it.founding, members } } : it),
  })
  return { ...asked, paging }
}
