import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { useDay } from '../date/useDay'
import { DesignationPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { DesignatePilotForm } from './DesignatePilotForm'

/** 确定试点: the form, with the unit that the address says (`?unit=…`). */
export function DesignatePilotPage() {
  const text = useText()
  const [parameters] = useSearchParams()
  const day = useDay()
  const { data, error, refetch } = useQuery(DesignationPageDocument)
  const unit = parameters.get('unit')

  return (
    <article className="page">
      <PageHeading name={text('designations.designate')}>{text('designations.title')}</PageHeading>
      <p className="quiet">{text('designations.lead')}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      {data && day ? <DesignatePilotForm key={unit} choices={data} given={unit} day={day} /> : !error && <Loading />}
    </article>
  )
}
