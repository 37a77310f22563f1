import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useDay } from '../date/useDay'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { RadioField } from '../form/RadioField'
import { useLeave } from '../frame/useLeave'
import type { AppointmentEndReason } from '../graph.generated'
import { EndAppointmentDocument, EndAppointmentPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'

const reasons: readonly AppointmentEndReason[] = [
  'RESIGNATION',
  'TRANSFER',
  'RECALL',
  'SECONDMENT_OVER',
  'TERM_ENDED_EARLY',
  'GROUP_ENDED',
  'UNIT_ENDED',
  'DEATH',
]

/** 免职: ends an appointment on a day and for a reason; what was held before stays on record. */
export function EndAppointmentPage() {
  const text = useText()
  const words = useWords()
  const leave = useLeave()
  const { id = '' } = useParams()
  const day = useDay()
  const { data, error, refetch } = useQuery(EndAppointmentPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const end = useCommand(EndAppointmentDocument)
  const [chosen, choose] = useState<string | null>()
  const [reason, setReason] = useState<AppointmentEndReason | null>(null)

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { appointment } = data
  if (!appointment) return <Missing error={error} retry={() => void refetch()} />
  const { person, unit, seat, kind, from, until } = appointment
  const usual = day < from ? from : day > until ? until : day
  const on = chosen === undefined ? usual : chosen
  const here = unit ? `/units/${unit.id}` : `/people/${person.id}`
  const set = (part: () => void) => {
    end.forget()
    part()
  }

  const send = async () => {
    if (!on || !reason) return
    const done = await end.send({ input: { appointmentId: appointment.id, on, reason } })
    if (!done) return
    leave(here, text('appointments.ended', { name: person.name, title: seat?.title ?? '—', on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('appointments.end')}>
        {text('appointments.end.title', { name: person.name, unit: unit?.name ?? '—', title: seat?.title ?? '—' })}
      </PageHeading>
      <p>{text('appointments.end.now', { kind: words.holding(kind), from, until: words.end(until) })}</p>
      <CommandForm
        command={end}
        fields={['on', 'reason']}
        submit={text('appointments.end.submit')}
        ready={Boolean(on && reason)}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('appointments.end.back')}</PageLink>}
      >
        <RadioField
          label={text('appointments.end.reason')}
          name="reason"
          refusal={end.refusal}
          options={reasons.map((value) => ({ value, name: words.endReason(value) }))}
          value={reason}
          onChange={(value) => set(() => setReason(value))}
        />
        <Field label={text('appointments.end.on')} name="on" refusal={end.refusal} hint={text('appointments.end.on.hint')}>
          {(input) => <DateField input={input} value={on} onChange={(value) => set(() => choose(value))} />}
        </Field>
      </CommandForm>
    </article>
  )
}
