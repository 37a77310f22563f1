import { PageLink } from '../date/PageLink'
import type { ErasePersonPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import './erasures.css'

/** What an erasure takes, what it leaves and why, and what stands in its way. */
export function ErasureEffects({ preview }: { preview: ErasePersonPageQuery['previewErasePerson'] }) {
  const text = useText()
  const { person, postsInTheWay, pastPosts, homeJobs, accounts } = preview
  if (postsInTheWay.length > 0)
    return (
      <section>
        <h2>{text('erasures.inTheWay', { count: postsInTheWay.length })}</h2>
        <ul className="erasure-effects">
          {postsInTheWay.map(({ id, unit, seat, from, until }) => (
            <li key={id}>
              {unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—'} {seat?.title ?? '—'}{' '}
              <span className="quiet">{text('erasures.fromUntil', { from, until })}</span>
            </li>
          ))}
        </ul>
        <p>{text('erasures.inTheWay.hint')}</p>
      </section>
    )
  return (
    <div className="erasure-columns">
      <section>
        <h2>{text('erasures.goes')}</h2>
        <ul className="erasure-effects">
          <li>{text('erasures.goes.name', { name: person.name })}</li>
          {person.phone && <li>{text('erasures.goes.phone', { phone: person.phone })}</li>}
          {person.identityNumber && <li>{text('erasures.goes.identityNumber', { number: person.identityNumber })}</li>}
          <li>{text('erasures.goes.consents')}</li>
          <li>{text('erasures.goes.reasons')}</li>
          {accounts > 0 && <li>{text('erasures.goes.accounts', { count: accounts })}</li>}
        </ul>
      </section>
      <section>
        <h2>{text('erasures.stays')}</h2>
        <ul className="erasure-effects">
          <li>{text('erasures.stays.posts', { count: pastPosts })}</li>
          <li>{text('erasures.stays.homeJobs', { count: homeJobs })}</li>
          <li>{text('erasures.stays.accesses')}</li>
        </ul>
        <p className="quiet small">{text('erasures.stays.why')}</p>
      </section>
    </div>
  )
}
