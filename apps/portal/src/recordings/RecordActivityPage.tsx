import { useQuery } from '@apollo/client/react'
import { useNavigate, useSearchParams } from 'react-router'
import { useKeepOn } from '../date/useKeepOn'
import { useSaved } from '../frame/Saved'
import type { RecordActivityInput } from '../graph.generated'
import { RecordActivityDocument, RecordActivityPageDocument, WithdrawActivityDocument } from '../graph.generated'
import { useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { ActivityForm } from './ActivityForm'
import { blankRecording } from './recordings'

/** 登记活动: what was held; the form's figures come from the pack (`?unit=…&type=…` fills in the host and the type). */
export function RecordActivityPage() {
  const text = useText()
  const keep = useKeepOn()
  const navigate = useNavigate()
  const saved = useSaved()
  const [parameters] = useSearchParams()
  const [unit, type] = [parameters.get('unit'), parameters.get('type')]
  const { data, error, refetch } = useQuery(RecordActivityPageDocument)
  const record = useCommand(RecordActivityDocument)
  const withdraw = useCommand(WithdrawActivityDocument)

  const send = async (input: RecordActivityInput, discard: () => void) => {
    const done = await record.send({ input })
    if (!done) return
    const { id, title, version } = done.recordActivity.activity
    discard()
    // A record that is withdrawn at once counts nowhere: that takes the step back.
    saved(text('recordings.saved', { title }), () =>
      withdraw.send({ expectedVersion: version, input: { activityId: id, reason: text('recordings.undoReason') } }),
    )
    void navigate(keep(`/activities/${id}`))
  }

  return (
    <article className="page">
      <PageHeading name={text('recordings.record')}>{text('recordings.record')}</PageHeading>
      <p className="quiet">{text('recordings.lead')}</p>
      <Unanswered error={error} retry={() => void refetch()} />
      {data ? (
        <ActivityForm
          key={[unit, type].join()}
          draft={`recordings.${unit ?? ''}`}
          start={blankRecording(data, unit, type)}
          choices={data}
          command={record}
          submit={text('recordings.submit')}
          back={unit ? `/units/${unit}` : '/activities'}
          onSubmit={send}
        />
      ) : (
        !error && <Loading />
      )}
    </article>
  )
}
