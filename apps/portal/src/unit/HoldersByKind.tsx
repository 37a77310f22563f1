import { PageLink } from '../date/PageLink'
import type { HoldingKind } from '../graph.generated'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { Listed } from '../words/Listed'
import { useWords } from '../words/useWords'
import type { Unit } from './unit'

const kinds: readonly HoldingKind[] = ['FULL_TIME_OFFICE', 'PART_TIME_POST', 'SECONDMENT']

/** Who holds posts in the unit, by 任职, 兼职 and 挂职. */
export function HoldersByKind({ holders }: { holders: Unit['holders'] }) {
  const text = useText()
  const words = useWords()
  if (!holders) return null
  const people = new Set(holders.map(({ person }) => person.id)).size

  return (
    <section>
      <h2>{text('unit.holders', { count: people })}</h2>
      <Particulars>
        {kinds.map((kind) => {
          const held = holders.filter((holder) => holder.kind === kind)
          return (
            <Particular key={kind} name={words.holding(kind)}>
              {held.length}{' '}
              <Listed rows={held} rowKey={({ id }) => id}>
                {({ person, seat }) => (
                  <>
                    <PageLink to={`/people/${person.id}`}>{person.name}</PageLink> <span className="quiet small">{seat?.title ?? '—'}</span>
                  </>
                )}
              </Listed>
            </Particular>
          )
        })}
      </Particulars>
    </section>
  )
}
