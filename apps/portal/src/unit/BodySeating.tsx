import { PageLink } from '../date/PageLink'
import type { BodySeatingFragment, UnitPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import { EmptyState } from '../states/EmptyState'
import { useWords } from '../words/useWords'
import { SeatPlaces } from './SeatPlaces'
import type { Unit } from './unit'
import { termLookedAt } from './unit'

interface BodySeatingProps {
  unit: Unit
  body: BodySeatingFragment
  heads: UnitPageQuery['heads']
  day: string
}

/** A body with the seats of its term, as a seating: who sits where, and which places are vacant. */
export function BodySeating({ unit, body, heads, day }: BodySeatingProps) {
  const text = useText()
  const words = useWords()
  const term = termLookedAt(body, day)
  const here = `/units/${unit.id}`
  const others = body.terms.filter((other) => other !== term)
  // Nobody is given a seat of a term that is over: the next one is opened.
  const overdue = term !== undefined && term.overdueDays > 0
  const mayAppoint = useMay(write('appointments'))
  const open = unit.until === null && term !== undefined && term.until > day

  return (
    <section>
      <div className="body-head">
        <h2>
          {term
            ? text('unit.term', { body: body.kind.name, number: term.number, from: term.from, until: term.until })
            : text('unit.bodyOpened', { body: body.kind.name, from: body.from })}
          {term && term.overdueDays > 0 && <span className="overdue small"> {text('unit.overdueBy', { days: term.overdueDays })}</span>}
        </h2>
        <p className="body-ways not-printed">
          {term && <PageLink to={`/bodies/${body.id}`}>{text('unit.bodyPage')}</PageLink>}
          {unit.until === null && (
            <Allowed to={write('bodies')}>
              {open && <PageLink to={`${here}/seats/new?body=${body.id}&term=${term.number}`}>{text('unit.createSeat')}</PageLink>}
              {(body !== unit.bodies[0] || !overdue) && (
                <PageLink to={`${here}/terms/new?body=${body.id}`}>{text('unit.openNextTerm')}</PageLink>
              )}
            </Allowed>
          )}
        </p>
      </div>
      {!term ? (
        <EmptyState>{text('unit.terms.none')}</EmptyState>
      ) : term.seats.length === 0 ? (
        <EmptyState>{text('unit.seats.none')}</EmptyState>
      ) : (
        <ul className="seating">
          {term.seats.map((seat) => (
            <SeatPlaces key={seat.id} seat={seat} heads={heads} open={open && mayAppoint} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p className="quiet small">
          {text('unit.otherTerms', {
            terms: words.list(others.map(({ number, from, until }) => text('unit.otherTerm', { number, from, until }))),
          })}
        </p>
      )}
    </section>
  )
}
