import { useState } from 'react'
import { PageLink } from '../date/PageLink'
import type { TodayPageQuery } from '../graph.generated'
import { useText } from '../language/useText'

type Warning = TodayPageQuery['termWarnings'][number]

/** As many are shown at once; the rest on demand. */
const AT_ONCE = 14

/** 换届: overdue first, then those that end within half a year. */
export function TermWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const text = useText()
  const [all, setAll] = useState(false)
  const overdue = warnings.filter(({ daysLeft }) => daysLeft < 0).length
  const shown = all ? warnings : warnings.slice(0, AT_ONCE)

  return (
    <section>
      <h2>{text('today.terms', { overdue, soon: warnings.length - overdue })}</h2>
      {warnings.length === 0 && <p className="quiet">{text('today.terms.none')}</p>}
      <ul className="lines">
        {shown.map((warning) => (
          <Line key={`${warning.body.id}-${warning.term.number}`} warning={warning} />
        ))}
      </ul>
      {shown.length < warnings.length && (
        <button type="button" className="plain-button" onClick={() => setAll(true)}>
          {text('today.terms.more', { count: warnings.length - shown.length })}
        </button>
      )}
    </section>
  )
}

function Line({ warning: { body, term, daysLeft } }: { warning: Warning }) {
  const text = useText()
  const overdue = daysLeft < 0
  return (
    <li>
      <span className={overdue ? 'line-lead overdue' : 'line-lead'}>
        {text(overdue ? 'today.overdueBy' : 'today.endsIn', { days: Math.abs(daysLeft) })}
      </span>
      <span>
        <PageLink to={`/units/${body.unit.id}`}>{body.unit.name}</PageLink>{' '}
        <span className="quiet">{text('today.term', { kind: body.kind.name, number: term.number, until: term.until })}</span>
      </span>
    </li>
  )
}
