import type { ErrorLike, TypedDocumentNode } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useApolloClient, useQuery } from '@apollo/client/react'
import { useCallback, useEffect } from 'react'
import {
  ActivityStatusDocument,
  MembershipStatusDocument,
  OrganizationStatusDocument,
  ReportingStatusDocument,
  type StatusOfServiceFragment,
} from '../graph.generated'
import { refusalOf } from '../graph/refusal'
import type { Service, Statuses } from './operation'

type Question = TypedDocumentNode<{ status: StatusOfServiceFragment | null }, Record<string, never>>

const documents: Record<Service, Question> = {
  organization: OrganizationStatusDocument,
  membership: MembershipStatusDocument,
  activity: ActivityStatusDocument,
  reporting: ReportingStatusDocument,
}

const EVERY_MS = 5_000
const EVERY_MS_WHILE_TRYING = 1_000

/**
 * How the services are, asked again for as long as the page is looked at, and at once when it is looked at again. Each is asked by itself:
 * one that hangs, or is of an older release, keeps nothing back of what the others say.
 */
export function useStatuses(): {
  statuses: Statuses
  /** An error that is more than a service that is away: that one is said in its row. */
  error: ErrorLike | undefined
  refetch: () => void
} {
  const client = useApolloClient()
  const organization = useStatus(documents.organization)
  const membership = useStatus(documents.membership)
  const activity = useStatus(documents.activity)
  const reporting = useStatus(documents.reporting)

  const refetch = useCallback(() => void client.refetchQueries({ include: Object.values(documents) }), [client])
  useEffect(() => {
    const onChange = () => !document.hidden && refetch()
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [refetch])

  return {
    statuses: { organization: organization.status, membership: membership.status, activity: activity.status, reporting: reporting.status },
    error: organization.error ?? membership.error ?? activity.error ?? reporting.error,
    refetch,
  }
}

/** What one service says of itself; undefined before it has been asked to the end. */
function useStatus(query: Question) {
  const { data, error, startPolling, stopPolling } = useQuery(query, {
    // What was so when the page was left is no answer.
    fetchPolicy: 'network-only',
    pollInterval: EVERY_MS,
    skipPollAttempt: () => document.hidden,
  })
  const trying = data?.status?.parked?.first.some(({ retrying }) => retrying)
  // Who has no right to ask is told so once, and not that nobody answered.
  const refused = refusalOf(error)?.code === 'FORBIDDEN'
  useEffect(() => {
    if (refused) stopPolling()
    else startPolling(trying ? EVERY_MS_WHILE_TRYING : EVERY_MS)
  }, [startPolling, stopPolling, trying, refused])
  return { status: refused ? undefined : data?.status, error: isServiceAway(error) ? undefined : error }
}

function isServiceAway(error: ErrorLike | undefined): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.every(({ extensions, path }) => path && extensions?.code === 'UNAVAILABLE')
}
