import { useQuery } from '@apollo/client/react'
import { useToday } from '../date/useToday'
import { BeginFoundingPageDocument } from '../graph.generated'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { BeginFoundingForm } from './BeginFoundingForm'

/** 开始筹建: a preparatory group is noted with the unit that it is to found. */
export function BeginFoundingPage() {
  const text = useText()
  const today = useToday()
  const { data, error, refetch } = useQuery(BeginFoundingPageDocument)
  return (
    <article className="page">
      <PageHeading name={text('foundingDesk.begin')}>{text('foundingSteps.begin.title')}</PageHeading>
      <p className="quiet">{text('foundingSteps.begin.lead')}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      {data && today ? (
        <BeginFoundingForm
          types={data.unitTypes.filter(({ code }) => data.foundingKinds.some(({ unitTypes }) => unitTypes.includes(code)))}
          today={today}
        />
      ) : (
        !error && <Loading />
      )}
    </article>
  )
}
