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
import { DissolveUnitDocument, DissolveUnitPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 撤销组织: says what follows, asks for day and reason. While seats are held or units stand below it is refused, with the way out. */
export function DissolveUnitPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const { data, error, refetch } = useQuery(DissolveUnitPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const dissolve = useCommand(DissolveUnitDocument)
  const [reason, setReason] = useState('')

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { unit } = data
  if (!unit) return <Missing error={error} retry={() => void refetch()} />
  const here = `/units/${unit.id}`

  const send = async () => {
    if (!on) return
    const done = await dissolve.send({ expectedVersion: unit.version, input: { unitId: unit.id, on, reason: reason.trim() } })
    if (!done) return
    leave(here, text('dissolutions.saved', { name: unit.name, on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('dissolutions.name')}>{text('dissolutions.title', { name: unit.name })}</PageHeading>
      <p>{text('dissolutions.consequence')}</p>
      <CommandForm
        command={dissolve}
        fields={['on', 'reason']}
        submit={text('dissolutions.submit')}
        ready={Boolean(on) && reason.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('dissolutions.back')}</PageLink>}
      >
        <Field label={text('dissolutions.on')} name="on" refusal={dissolve.refusal} hint={text('dissolutions.on.hint')}>
          {(input) => <DateField input={input} value={on} onChange={choose} from={unit.from} />}
        </Field>
        <Field label={text('dissolutions.reason')} name="reason" refusal={dissolve.refusal} hint={text('dissolutions.reason.hint')}>
          {(input) => (
            <Input.TextArea {...input} rows={3} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </CommandForm>
    </article>
  )
}
