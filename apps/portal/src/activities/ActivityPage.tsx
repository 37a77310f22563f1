import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { ActivityPageDocument } from '../graph.generated'
import { ActionLink } from '../heading/ActionLink'
import { PageHeading } from '../heading/PageHeading'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { Loading } from '../states/Loading'
import { Missing } from '../states/Missing'
import { Unanswered } from '../states/Unanswered'
import { figureOf } from './activities'
import './activities.css'
import { ActivityFacts } from './ActivityFacts'

/** 活动: one activity, its figures, who hosted and who led it. */
export function ActivityPage() {
  const text = useText()
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(ActivityPageDocument, { variables: { id } })

  if (!data) return error ? <Unanswered error={error} retry={() => void refetch()} /> : <Loading />
  const { activity, departments } = data
  if (!activity) return <Missing error={error} retry={() => void refetch()} />
  const { title, withdrawn, withdrawReason } = activity
  const here = `/activities/${activity.id}`
  const audience = figureOf(activity, 'audience')

  return (
    <article className="page">
      <PageHeading
        name={title}
        action={
          withdrawn ? null : (
            <ActionLink to={`${here}/correct`} verb={write('activities')}>
              {text('activities.correct')}
            </ActionLink>
          )
        }
      >
        {audience === null ? title : text('activities.activityTitle', { title, audience })}
      </PageHeading>
      <Unanswered error={error} retry={() => void refetch()} />
      {withdrawn && <p className="activity-withdrawn">{text('activities.withdrawn', { reason: withdrawReason ?? '—' })}</p>}
      <ActivityFacts activity={activity} department={departments.find(({ code }) => code === activity.type.department)?.name ?? null} />
      {!withdrawn && (
        <Allowed to={write('activities')}>
          <p className="activity-foot not-printed">
            <PageLink to={`/activities/new?unit=${activity.hosts[0]?.id ?? ''}&type=${activity.type.code}`}>
              {text('activities.recordAlike')}
            </PageLink>
            <PageLink to={`${here}/withdraw`} className="activity-withdraw">
              {text('activities.withdraw')}
            </PageLink>
          </p>
        </Allowed>
      )}
    </article>
  )
}
