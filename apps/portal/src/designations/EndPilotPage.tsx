import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useChosenDay } from '../date/useChosenDay'
import { CommandForm } from '../form/CommandForm'
import { DateField } from '../form/DateField'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { EndPilotDesignationDocument, PilotToChangeDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 终止试点: says what follows, asks for the first day on which the unit is no pilot, and why. */
export function EndPilotPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const { data, error, refetch } = useQuery(PilotToChangeDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const end = useCommand(EndPilotDesignationDocument)
  const [reason, setReason] = useState('')

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { pilot } = data
  if (!pilot) return <Missing error={error} retry={() => void refetch()} />
  const { unit, category } = pilot
  const here = `/pilots/${id}`

  const send = async () => {
    if (!on) return
    const done = await end.send({ expectedVersion: pilot.version, input: { pilotId: id, on, reason: reason.trim() } })
    if (!done) return
    leave(here, text('designations.ended', { unit: unit.name, on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('pilot.end')}>{text('designations.end.title', { unit: unit.name, category: category.name })}</PageHeading>
      <p>{text('designations.end.consequence')}</p>
      <CommandForm
        command={end}
        fields={['on', 'reason']}
        submit={text('pilot.end')}
        ready={Boolean(on) && reason.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('designations.end.back')}</PageLink>}
      >
        <Field label={text('pilots.until')} name="on" refusal={end.refusal} hint={text('designations.end.on.hint')}>
          {(input) => <DateField input={input} value={on} onChange={choose} from={pilot.from} until={pilot.until ?? undefined} />}
        </Field>
        <Field label={text('pilot.endReason')} name="reason" refusal={end.refusal} hint={text('designations.end.reason.hint')}>
          {(input) => (
            <Input.TextArea {...input} rows={3} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </CommandForm>
    </article>
  )
}
