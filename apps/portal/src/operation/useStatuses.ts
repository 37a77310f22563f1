import type { ErrorLike } from '@apollo/client'
import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { OperationPageDocument } from '../graph.generated'
import type { Statuses } from './operation'

const EVERY_MS = 5_000
const EVERY_MS_WHILE_TRYING = 1_000

/** How the services are, asked again for as long as the page is looked at, and at once when it is looked at again. */
export function useStatuses(): {
  statuses: Statuses | undefined
  /** An error that is more than a service that is away: that one is said in its row. */
  error: ErrorLike | undefined
  refetch: () => void
} {
  const { data, error, refetch, startPolling } = useQuery(OperationPageDocument, {
    // What was so when the page was left is no answer.
    fetchPolicy: 'network-only',
    pollInterval: EVERY_MS,
    skipPollAttempt: () => document.hidden,
  })
  const statuses = data && {
    organization: data.organizationStatus,
    membership: data.membershipStatus,
    activity: data.activityStatus,
    reporting: data.reportingStatus,
  }
  const trying = statuses && Object.values(statuses).some((status) => status?.parked?.first.some(({ retrying }) => retrying))

  useEffect(() => startPolling(trying ? EVERY_MS_WHILE_TRYING : EVERY_MS), [startPolling, trying])
  useEffect(() => {
    const onChange = () => !document.hidden && void refetch()
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [refetch])

  return { statuses, error: isServiceAway(error) ? undefined : error, refetch: () => void refetch() }
}

function isServiceAway(error: ErrorLike | undefined): boolean {
  return CombinedGraphQLErrors.is(error) && error.errors.every(({ extensions, path }) => path && extensions?.code === 'UNAVAILABLE')
}
