import { useQuery } from '@apollo/client/react'
import { Input } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { CommandForm } from '../form/CommandForm'
import { Field } from '../form/Field'
import { useLeave } from '../frame/useLeave'
import { ActivityPageDocument, WithdrawActivityDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'

/** 撤回活动: the record stays and counts nowhere any more; a reason is asked for. */
export function WithdrawActivityPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(ActivityPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const withdraw = useCommand(WithdrawActivityDocument)
  const [reason, setReason] = useState('')

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { activity } = data
  if (!activity) return <Missing error={error} retry={() => void refetch()} />
  const here = `/activities/${activity.id}`

  const send = async () => {
    const input = { activityId: activity.id, reason: reason.trim() }
    const done = await withdraw.send({ expectedVersion: activity.version, input })
    if (!done) return
    leave(here, text('activities.withdrawDone', { title: activity.title }))
  }

  return (
    <article className="page">
      <PageHeading name={text('activities.withdraw')}>{text('activities.withdrawTitle', { title: activity.title })}</PageHeading>
      <p>{text('activities.withdrawConsequence')}</p>
      <CommandForm
        command={withdraw}
        fields={['reason']}
        submit={text('activities.withdrawSubmit')}
        ready={reason.trim() !== ''}
        onSubmit={() => void send()}
        aside={<PageLink to={here}>{text('activities.withdrawBack')}</PageLink>}
      >
        <Field label={text('activities.withdrawReason')} name="reason" refusal={withdraw.refusal}>
          {(input) => (
            <Input.TextArea {...input} rows={3} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      </CommandForm>
    </article>
  )
}
