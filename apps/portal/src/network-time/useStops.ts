import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { yearsLater } from '../date/days'
import { useToday } from '../date/useToday'
import { FirstChangeDocument } from '../graph.generated'
import { useMay } from '../session/SessionProvider'
import { read } from '../session/verbs'
import { stopsBetween } from './stops'

/** The graph tells what changed over so many years at most. */
const YEARS_BACK = 20

/**
 * The days at which the slider stops, up to today: from the first founding on, and where the network is older than twenty years from the first
 * change in them; before that it looked the same. Who is told of no units gets the last ten years. Undefined until they are known.
 */
export function useStops(): readonly string[] | undefined {
  const today = useToday()
  const told = useMay(read('units'))
  const { data, error } = useQuery(FirstChangeDocument, {
    variables: { from: today ? yearsLater(today, -YEARS_BACK) : '', to: today ?? '' },
    skip: !today || !told,
    fetchPolicy: 'cache-first',
  })
  const first = data?.unitChanges.nodes[0]?.on
  const isKnown = !told || data !== undefined || error !== undefined
  return useMemo(
    () => (today && isKnown ? stopsBetween(first ?? yearsLater(today, -YEARS_BACK / 2), today) : undefined),
    [today, isKnown, first],
  )
}
