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
import { EndEmployerCoverDocument, EndEmployerCoverPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 终止覆盖: says what follows, asks for day and reason. On the first day of the cover it is taken back. */
export function EndEmployerCoverPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '', coverId = '' } = useParams()
  const { day, on, choose } = useChosenDay()
  const { data, error, refetch } = useQuery(EndEmployerCoverPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const end = useCommand(EndEmployerCoverDocument)
  const [reason, setReason] = useState('')

  if (!data || !day) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { employer } = data
  const cover = employer?.covers.find((known) => known.id === coverId)
  if (!employer || !cover) return <Missing error={error} retry={() => void refetch()} />
  const back = cover.unit ? `/units/${cover.unit.id}` : '/employers'

  const send = async () => {
    if (!on) return
    const input = { employerId: employer.id, coverId, on, reason: reason.trim() }
    const done = await end.send({ expectedVersion: employer.version, input })
    if (!done) return
    leave(back, text('coveredEmployers.ended', { name: employer.name, on }))
  }

  return (
    <article className="page">
      <PageHeading name={text('coveredEmployers.end')}>
        {text('coveredEmployers.end.heading', { name: employer.name, unit: cover.unit?.name ?? '—', from: cover.from })}
      </PageHeading>
      <p>{text('coveredEmployers.end.consequence')}</p>
      <CommandForm
        command={end}
        fields={['on', 'reason']}
        submit={text('coveredEmployers.end')}
        ready={Boolean(on) && reason.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={back}>{text('coveredEmployers.end.back')}</PageLink>}
      >
        <Field label={text('coveredEmployers.end.on')} name="on" refusal={end.refusal} hint={text('coveredEmployers.end.on.hint')}>
          {(input) => <DateField input={input} value={on} onChange={choose} from={cover.from} />}
        </Field>
        <Field
          label={text('coveredEmployers.end.reason')}
          name="reason"
          refusal={end.refusal}
          hint={text('coveredEmployers.end.reason.hint')}
        >
          {(input) => (
            <Input.TextArea {...input} rows={3} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </CommandForm>
    </article>
  )
}
