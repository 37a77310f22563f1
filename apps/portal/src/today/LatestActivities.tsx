import { dayOf } from '../date/instants'
import { PageLink } from '../date/PageLink'
import type { TodayPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'

type Activity = TodayPageQuery['activities']['nodes'][number]

/** What was held last, by its own date. */
export function LatestActivities({ activities = [] }: { activities: readonly Activity[] | undefined }) {
  const text = useText()
  const words = useWords()
  if (activities.length === 0) return null
  return (
    <section>
      <h2>{text('today.latestActivities')}</h2>
      <ul className="lines">
        {activities.map(({ id, title, startsAt, hosts }) => (
          <li key={id}>
            <span className="line-lead">{dayOf(startsAt)}</span>
            <span>
              <PageLink to={`/activities/${id}`}>{title}</PageLink>{' '}
              <span className="quiet">{words.list(hosts.map((host) => host?.name ?? '—'))}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
