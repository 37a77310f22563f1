import { PageLink } from '../date/PageLink'
import type { BodySeatingFragment } from '../graph.generated'
import { useText } from '../language/useText'

/** The unit's leading and working groups that have been set up by the day (A1), each with its page. */
export function UnitGroups({ groups, day }: { groups: readonly BodySeatingFragment[]; day: string }) {
  const text = useText()
  const begun = groups.filter(({ from }) => from <= day)
  if (begun.length === 0) return null
  return (
    <section>
      <h2>{text('unit.groups')}</h2>
      <ul className="lines">
        {begun.map(({ id, name, from, until }) => (
          <li key={id}>
            <PageLink to={`/bodies/${id}`}>{name}</PageLink>{' '}
            <span className="quiet">{text(until && until <= day ? 'unit.group.ended' : 'unit.group.since', { from, until })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
