import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useToday } from '../date/useToday'
import type { Founding } from '../founding/founding'
import { FoundingPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES } from '../graph/useCommand'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** The founding that the address names, as the services have it now, or what is shown in its place. */
export function useFounding(): { founding: Founding; today: string } | { instead: ReactNode } {
  const { id = '' } = useParams()
  const today = useToday()
  const { data, error, refetch } = useQuery(FoundingPageDocument, { variables: { id, papers: false }, fetchPolicy: FROM_THE_SERVICES })
  const retry = () => void refetch()
  if (!data || !today) return { instead: error ? <Unanswered error={error} retry={retry} /> : <Loading /> }
  return data.founding ? { founding: data.founding, today } : { instead: <Missing error={error} retry={retry} /> }
}
