import { PageLink } from '../date/PageLink'
import { dayOf } from '../date/instants'
import type { ActivityLineFragment } from '../graph.generated'
import { DatedLine, DatedLines } from '../particulars/DatedLines'

interface ActivityLinesProps {
  /** Newest first; null: they cannot be read now. */
  activities: readonly ActivityLineFragment[] | null
  /** Said when there are none. */
  none: string
  /** Where all of them are. */
  all?: { to: string; name: string }
}

/** So many of the latest are named. */
const NAMED = 10

/** The latest activities of somebody, a line each. */
export function ActivityLines({ activities, none, all }: ActivityLinesProps) {
  const held = (activities ?? []).filter(({ withdrawn }) => !withdrawn)
  if (!activities) return <p className="quiet">—</p>
  if (held.length === 0) return <p className="quiet">{none}</p>
  return (
    <>
      <DatedLines>
        {held.slice(0, NAMED).map(({ id, title, startsAt, type }) => (
          <DatedLine key={id} day={dayOf(startsAt)}>
            <PageLink to={`/activities/${id}`}>{title}</PageLink> <span className="quiet small">{type.name}</span>
          </DatedLine>
        ))}
      </DatedLines>
      {all && (
        <p>
          <PageLink to={all.to}>{all.name}</PageLink>
        </p>
      )}
    </>
  )
}
