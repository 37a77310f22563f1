import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { useDay } from '../date/useDay'
import { CoverEmployersPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'
import { CoverEmployersForm } from './CoverEmployersForm'

/** 纳入覆盖: employers that a unit covers from a day on. */
export function CoverEmployersPage() {
  const text = useText()
  const words = useWords()
  const { id = '' } = useParams()
  const day = useDay()
  const { data, error, refetch } = useQuery(CoverEmployersPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />

  return (
    <article className="page">
      <PageHeading name={text('coveredEmployers.cover')}>
        {text('coveredEmployers.heading', { name: unit.name, mode: words.mode(unit.mode) })}
      </PageHeading>
      <p>{text('coveredEmployers.consequence')}</p>
      <CoverEmployersForm unit={unit} kinds={data.employerKinds} day={day} />
    </article>
  )
}
