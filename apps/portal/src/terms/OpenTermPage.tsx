import { useQuery } from '@apollo/client/react'
import { useParams, useSearchParams } from 'react-router'
import { OpenTermPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { OpenTermForm } from './OpenTermForm'

/** 开始一届: a term of a body with its seats; the body is opened with it where there is none yet (`?body=new` for another one). */
export function OpenTermPage() {
  const text = useText()
  const { id = '' } = useParams()
  const [parameters] = useSearchParams()
  const { data, error, refetch } = useQuery(OpenTermPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit, heads, roles } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const named = parameters.get('body')
  const body =
    named === 'new' ? undefined : (unit.bodies.find((known) => known.id === named) ?? unit.bodies.find(({ kind }) => !kind.standing))

  return (
    <article className="page">
      <PageHeading name={text('terms.name')}>
        {body ? text('terms.title', { unit: unit.name, body: body.kind.name }) : text('terms.titleOfFirst', { unit: unit.name })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <OpenTermForm key={named ?? 'first'} unit={unit} known={body} heads={heads} roles={roles} />
    </article>
  )
}
