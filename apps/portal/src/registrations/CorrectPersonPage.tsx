import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { CorrectPersonPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { CorrectPersonForm } from './CorrectPersonForm'

/** 更正、换岗: what is recorded of a person is put right, or a new home job or the end of one is noted. */
export function CorrectPersonPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(CorrectPersonPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  if (!data.person) return <Missing error={error} retry={() => void refetch()} />
  return (
    <article className="page">
      <PageHeading name={text('registrations.correct')}>{text('registrations.correctTitle', { name: data.person.name })}</PageHeading>
      <p className="quiet">{text('registrations.correctLead')}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      <CorrectPersonForm person={data.person} choices={data} />
    </article>
  )
}
