import { PageLink } from '../date/PageLink'
import type { BodyPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import type { Place, Seat } from './body'
import { seatingOf } from './body'

interface SeatingProps {
  seats: readonly Seat[]
  heads: BodyPageQuery['heads']
  /** Whether people may still be given the seats, by the reader. */
  open: boolean
}

/** 席位图: a row a rank, a tile a place, with the name of who sits there or since when nobody does. */
export function Seating({ seats, heads, open }: SeatingProps) {
  const text = useText()
  const words = useWords()
  return (
    <>
      {seatingOf(seats).map(({ rank, places, unknown }) => (
        <section key={rank} className="seating-row">
          <h2>
            {words.rank(rank)} <span className="quiet small">{text('body.places', { count: places.length })}</span>
          </h2>
          <ul className="seating-places">
            {places.map((place) => (
              <Tile key={place.key} place={place} heads={heads} open={open} />
            ))}
            {unknown.map(({ id, title }) => (
              <li key={id} className="seating-place seating-unknown">
                <span className="seating-title">{title}</span>
                <span className="quiet">{text('body.unknown')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Tile({ place: { seat, holder, vacancy }, heads, open }: { place: Place } & Omit<SeatingProps, 'seats'>) {
  const text = useText()
  const words = useWords()
  const reservedFor = heads.find(({ code }) => code === seat.reservedHead)?.name ?? seat.reservedHead
  const title = (
    <span className="seating-title">
      {seat.title}
      {reservedFor && <span className="quiet"> · {text('body.reserved', { head: reservedFor })}</span>}
    </span>
  )
  if (holder) {
    const said = [words.holding(holder.kind), holder.head?.name, seat.byPost].filter(Boolean).join(' · ')
    return (
      <li className="seating-place seating-held">
        {title}
        <PageLink to={`/people/${holder.person.id}`} className="seating-name">
          {holder.person.name}
        </PageLink>
        <span className="quiet small">{said}</span>
        {open && (
          <PageLink
            to={`/appointments/${holder.id}/end`}
            className="not-printed small"
            aria-label={text('body.endOf', { name: holder.person.name, title: seat.title })}
          >
            {text('body.endPost')}
          </PageLink>
        )}
      </li>
    )
  }
  return (
    <li className="seating-place seating-vacant">
      {title}
      <span className="seating-name">{text('body.vacant')}</span>
      <span className="quiet small">{text('body.vacantSince', vacancy)}</span>
      {seat.byPost && <span className="quiet small">{seat.byPost}</span>}
      {open && (
        <PageLink
          to={`/seats/${seat.id}/appoint`}
          className="not-printed small"
          aria-label={text('body.appointTo', { title: reservedFor ? `${seat.title}（${reservedFor}）` : seat.title })}
        >
          {text('body.appoint')}
        </PageLink>
      )}
    </li>
  )
}
