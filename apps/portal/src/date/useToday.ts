import { useQuery } from '@apollo/client/react'
import { TodayDocument } from '../graph.generated'

/** The business day as the services hold it (Asia/Shanghai); undefined until they have said it. */
export function useToday(): string | undefined {
  return useQuery(TodayDocument, { fetchPolicy: 'cache-first' }).data?.coverage.asOf.on
}
