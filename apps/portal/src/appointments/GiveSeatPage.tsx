import { useQuery } from '@apollo/client/react'
import { useParams, useSearchParams } from 'react-router'
import { useDay } from '../date/useDay'
import { useOn } from '../date/useOn'
import { GiveSeatPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import './appointments.css'
import { MakeAppointmentForm } from './MakeAppointmentForm'
import { SeatFacts } from './SeatFacts'

/** 安排人选: the seat and its conditions beside the form that gives it to somebody (`?person=…` fills in whom). */
export function GiveSeatPage() {
  const text = useText()
  const { id = '' } = useParams()
  const [parameters] = useSearchParams()
  const { on } = useOn()
  const day = useDay()
  const { data, error, refetch } = useQuery(GiveSeatPageDocument, { variables: { id, on }, fetchPolicy: FROM_THE_SERVICES })

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { seat, heads } = data
  if (!seat) return <Missing error={error} retry={() => void refetch()} />
  const reservedFor = heads.find(({ code }) => code === seat.reservedHead)?.name ?? seat.reservedHead

  return (
    <article className="page">
      <PageHeading name={text('appointments.give')}>
        {text('appointments.give.title', { unit: seat.body.unit.name, title: seat.title })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="give-seat">
        <SeatFacts seat={seat} reservedFor={reservedFor} />
        <MakeAppointmentForm seat={seat} day={day} person={parameters.get('person')} />
      </div>
    </article>
  )
}
