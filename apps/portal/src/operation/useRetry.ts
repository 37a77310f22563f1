import type { TypedDocumentNode } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { useCallback, useState } from 'react'
import {
  RetryParkedInActivityDocument,
  RetryParkedInMembershipDocument,
  RetryParkedInOrganizationDocument,
  RetryParkedInReportingDocument,
} from '../graph.generated'
import { refusalOf } from '../graph/refusal'
import type { Asked, Service } from './operation'

const documents: Record<Service, TypedDocumentNode<unknown, { id: string }>> = {
  organization: RetryParkedInOrganizationDocument,
  membership: RetryParkedInMembershipDocument,
  activity: RetryParkedInActivityDocument,
  reporting: RetryParkedInReportingDocument,
}

/** The retries that were asked for on this page, the last one first. What comes of them the services tell, see `outcomeOf`. */
export function useRetry(asked: () => void): {
  retries: readonly Asked[]
  /** Why the last one could not be asked for, in words; null: it was. */
  refused: string | null
  retry: (wish: Asked) => void
} {
  const client = useApolloClient()
  const [retries, setRetries] = useState<readonly Asked[]>([])
  const [refused, setRefused] = useState<string | null>(null)

  const retry = useCallback(
    (wish: Asked) => {
      setRefused(null)
      setRetries((before) => [wish, ...before.filter(({ parked }) => parked.id !== wish.parked.id)])
      client
        .mutate({ mutation: documents[wish.service], variables: { id: wish.parked.id } })
        .catch((error: unknown) => {
          const refusal = refusalOf(error)
          // It has gone on in the meantime: that is what was wanted, and the next answer says so.
          if (refusal?.code === 'NOT_FOUND') return
          setRetries((before) => before.filter((each) => each !== wish))
          setRefused(refusal ? [refusal.message, refusal.hint].filter(Boolean).join(' ') : '')
        })
        .finally(asked)
    },
    [client, asked],
  )
  return { retries, refused, retry }
}
