import { PageLink } from '../date/PageLink'
import type { ParentsOfUnitFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { DatedLine, DatedLines } from '../particulars/DatedLines'

/** What a unit stood, stands and will stand under, by the first day, the oldest first. */
export function ParentsOverTime({ parents }: { parents: ParentsOfUnitFragment['parents'] }) {
  const text = useText()
  return (
    <section>
      <h2>{text('moves.parents')}</h2>
      <DatedLines>
        {parents.map(({ parent, hasParent, from, paper }) => (
          <DatedLine key={from} day={from}>
            {parent ? (
              <PageLink to={`/units/${parent.id}`}>{parent.name}</PageLink>
            ) : (
              text(hasParent ? 'unit.parent.beyond' : 'unit.parent.none')
            )}{' '}
            <span className="quiet">{paper ?? text('moves.founded')}</span>
          </DatedLine>
        ))}
      </DatedLines>
    </section>
  )
}
