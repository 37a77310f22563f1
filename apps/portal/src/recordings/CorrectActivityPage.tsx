import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { useLeave } from '../frame/useLeave'
import type { RecordActivityInput } from '../graph.generated'
import { CorrectActivityDocument, CorrectActivityPageDocument } from '../graph.generated'
import { FROM_THE_SERVICES, useCommand } from '../graph/useCommand'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { ActivityForm } from './ActivityForm'
import { recordingOf } from './recordings'

/** 更正活动: the whole record as it should stand. */
export function CorrectActivityPage() {
  const text = useText()
  const leave = useLeave()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(CorrectActivityPageDocument, { variables: { id }, fetchPolicy: FROM_THE_SERVICES })
  const correct = useCommand(CorrectActivityDocument)

  // A record that was read in part would lose the rest when it is sent back whole.
  if (error) return <Unanswered error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { activity } = data
  if (!activity) return <Missing error={error} retry={() => void refetch()} />
  const here = `/activities/${activity.id}`

  const send = async (record: RecordActivityInput, discard: () => void) => {
    const done = await correct.send({ expectedVersion: activity.version, input: { activityId: activity.id, record } })
    if (!done) return
    discard()
    leave(here, text('recordings.corrected', { title: done.correctActivity.activity.title }))
  }

  return (
    <article className="page">
      <PageHeading name={text('recordings.correct')}>{text('recordings.correctTitle', { title: activity.title })}</PageHeading>
      <ActivityForm
        draft={`recordings/of/${activity.id}.${activity.version}`}
        start={recordingOf(activity)}
        choices={data}
        command={correct}
        submit={text('recordings.submitCorrection')}
        back={here}
        onSubmit={send}
      />
    </article>
  )
}
