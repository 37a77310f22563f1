import { PageLink } from '../date/PageLink'
import type { UnitPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { useWords } from '../words/useWords'
import type { Seat } from './unit'

interface SeatPlacesProps {
  seat: Seat
  heads: UnitPageQuery['heads']
  /** Whether people may still be given the seat, by the reader. */
  open: boolean
}

/** A seat: its title and conditions, then its places, each with a name or vacant. */
export function SeatPlaces({ seat, heads, open }: SeatPlacesProps) {
  const text = useText()
  const words = useWords()
  const { id, title, kinds, places, reservedHead, holders, vacant } = seat
  const reservedFor = heads.find(({ code }) => code === reservedHead)?.name ?? reservedHead
  const conditions = [
    kinds.map(words.holding).join(' / '),
    places > 1 && text('unit.places', { places }),
    reservedFor && text('unit.reservedFor', { head: reservedFor }),
  ]

  return (
    <li className="seat">
      <div className="seat-title">
        <h3>{title}</h3>
        <p className="quiet small">{conditions.filter(Boolean).join(' · ')}</p>
      </div>
      <ul className="seat-places">
        {(holders ?? []).map(({ id: appointment, person, kind, head, until }) => (
          <li key={appointment} className="place">
            <PageLink to={`/people/${person.id}`}>{person.name}</PageLink> <span className="place-kind">{words.holding(kind)}</span>
            <p className="quiet small">
              {[head?.name, text('unit.until', { until })].filter(Boolean).join(' · ')}{' '}
              {open && (
                <PageLink
                  className="not-printed"
                  to={`/appointments/${appointment}/end`}
                  aria-label={text('unit.endOf', { name: person.name, title })}
                >
                  {text('unit.end')}
                </PageLink>
              )}
            </p>
          </li>
        ))}
        {vacant === null && <li className="place quiet">{text('unit.vacantUnknown')}</li>}
        {vacant !== null && vacant > 0 && (
          <li className="place place-vacant">
            {text('unit.vacant', { count: vacant })}{' '}
            {open && (
              <PageLink
                className="not-printed"
                to={`/seats/${id}/appoint`}
                aria-label={text('unit.appointTo', {
                  title: reservedFor ? text('unit.titleReserved', { title, head: reservedFor }) : title,
                })}
              >
                {text('unit.appoint')}
              </PageLink>
            )}
          </li>
        )}
      </ul>
    </li>
  )
}
