import { PageLink } from '../date/PageLink'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { useWords } from '../words/useWords'
import type { Seat } from './appointments'

/** What a seat asks for, and who holds it now. */
export function SeatFacts({ seat, reservedFor }: { seat: Seat; reservedFor: string | null }) {
  const text = useText()
  const words = useWords()
  const { body, term, rank, kinds, places, vacant, holders } = seat

  return (
    <aside className="seat-facts" aria-label={text('appointments.seat')}>
      <h2>{text('appointments.seat')}</h2>
      <Particulars>
        <Particular name={text('appointments.unit')}>
          <PageLink to={`/units/${body.unit.id}`}>{body.unit.name}</PageLink>
        </Particular>
        <Particular name={text('appointments.term')}>
          {body.name ?? text('appointments.term.of', { body: body.kind.name, number: term.number })}
          <p className="quiet small">{text('appointments.term.time', { from: term.from, until: words.end(term.until) })}</p>
        </Particular>
        <Particular name={text('appointments.rank')}>{words.rank(rank)}</Particular>
        <Particular name={text('appointments.kinds')}>{kinds.map(words.holding).join(' / ')}</Particular>
        <Particular name={text('appointments.reserved')}>{reservedFor ?? text('appointments.notReserved')}</Particular>
        <Particular name={text('appointments.places')}>{text('appointments.places.of', { places, vacant: vacant ?? '—' })}</Particular>
        <Particular name={text('appointments.holders')}>
          {holders && holders.length === 0
            ? text('appointments.holders.none')
            : holders?.map(({ id, person, kind, until }) => (
                <p key={id}>
                  <PageLink to={`/people/${person.id}`}>{person.name}</PageLink>{' '}
                  <span className="quiet small">
                    {text('appointments.heldUntil', { kind: words.holding(kind), until: words.end(until) })}
                  </span>
                </p>
              ))}
        </Particular>
      </Particulars>
    </aside>
  )
}
