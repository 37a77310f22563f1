import { FormattedNumber } from 'react-intl'
import { PageLink } from '../date/PageLink'
import { spanOf } from '../date/instants'
import type { ActivityRecordFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { Listed } from '../words/Listed'
import { useWords } from '../words/useWords'
import { figuresRead } from './activities'

/** When, where, by whom, and the figures that the pack asked for. */
export function ActivityFacts({ activity, department }: { activity: ActivityRecordFragment; department: string | null }) {
  const text = useText()
  const words = useWords()
  const { type, startsAt, endsAt, place, placeKind, area, hosts, coHosts, ledBy } = activity

  return (
    <>
      <Particulars>
        <Particular name={text('activities.type')}>
          {type.name} <span className="quiet">{department}</span>
        </Particular>
        <Particular name={text('activities.time')}>{spanOf(startsAt, endsAt)}</Particular>
        <Particular name={text('activities.place')}>
          {[placeKind.name, place].filter(Boolean).join(' · ')}
          {area && (
            <>
              {' · '}
              <PageLink to={`/network?area=${area.code}`}>{area.path.map(({ name }) => name).join(' › ')}</PageLink>
            </>
          )}
        </Particular>
        <Particular name={text('activities.column.hosts')}>
          <Units units={hosts} />
        </Particular>
        {coHosts.length > 0 && (
          <Particular name={text('activities.coHosts')}>
            <Units units={coHosts} />
          </Particular>
        )}
        <Particular name={text('activities.column.ledBy')}>
          {ledBy ? (
            <>
              <PageLink to={`/people/${ledBy.person.id}`}>{ledBy.person.name}</PageLink>{' '}
              <span className="quiet small">
                {[ledBy.head?.name, `${ledBy.unit?.name ?? '—'}${ledBy.seat?.title ?? '—'}`, words.holding(ledBy.kind)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </>
          ) : (
            text('activities.ledBy.nobody')
          )}
        </Particular>
      </Particulars>
      <section>
        <h2>{text('activities.figures')}</h2>
        <dl className="activity-figures">
          {figuresRead(activity, text('activities.yuan')).map(({ code, name, value, unit }) => (
            <div key={code}>
              <dt>{name}</dt>
              <dd>
                <FormattedNumber value={value} maximumFractionDigits={2} /> <span className="quiet small">{unit}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

function Units({ units }: { units: ActivityRecordFragment['hosts'] }) {
  return (
    <Listed rows={units.map((unit, at) => ({ unit, at }))} rowKey={({ at }) => String(at)}>
      {({ unit }) => (unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—')}
    </Listed>
  )
}
