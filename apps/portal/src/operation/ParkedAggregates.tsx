import { Button } from 'antd'
import { momentOf } from '../date/instants'
import { useText } from '../language/useText'
import type { Asked, Statuses } from './operation'
import { nameOf, outcomeOf, parkedIn, placeOf, services } from './operation'
import { useRetry } from './useRetry'

/** What stands aside, why, and a retry for each; above them what came of those that were tried from here and went on. */
export function ParkedAggregates({ statuses, refetch }: { statuses: Statuses; refetch: () => void }) {
  const text = useText()
  const { retries, refused, retry } = useRetry(refetch)
  const rows = services.flatMap((service) => (statuses[service]?.parked?.first ?? []).map((parked) => ({ service, parked })))
  const count = services.reduce((sum, service) => sum + parkedIn(statuses[service]), 0)
  const applied = retries.filter((asked) => outcomeOf(asked, statuses) === 'applied')
  if (count === 0 && retries.length === 0) return null

  return (
    <section>
      <h2>{text('operation.aside', { count })}</h2>
      <div role="status">
        {applied.map(({ service, parked }) => (
          <p key={parked.id} className="parked-applied">
            {text('operation.applied', { service: text(`operation.service.${service}`), name: nameOf(parked) })}
          </p>
        ))}
      </div>
      {refused !== null && (
        <p className="refusal" role="alert">
          {text('operation.refused')} {refused}
        </p>
      )}
      <ul className="operation-lines parked">
        {rows.map((row) => (
          <Line
            key={row.parked.id}
            row={row}
            retried={retries.find(({ parked }) => parked.id === row.parked.id)}
            statuses={statuses}
            retry={() => retry(row)}
          />
        ))}
      </ul>
      {count > rows.length && (
        <p className="quiet">
          {text('operation.more', { count: count - rows.length })} <code>npm run ops -- parked list</code>
        </p>
      )}
    </section>
  )
}

interface LineProps {
  row: Asked
  retried: Asked | undefined
  statuses: Statuses
  retry: () => void
}

function Line({ row: { service, parked }, retried, statuses, retry }: LineProps) {
  const text = useText()
  const name = nameOf(parked)
  const outcome = retried && outcomeOf(retried, statuses)
  const trying = parked.retrying || outcome === 'trying'
  return (
    <li>
      <div className="parked-line">
        <p>
          <strong>{text(`operation.service.${service}`)}</strong> <span className="parked-name">{name}</span>
        </p>
        <p>
          {text(`operation.reason.${parked.reason}`)} {text(`operation.wayOut.${parked.reason}`)}
        </p>
        <p className="quiet small">
          {text('operation.parkedSince', { since: momentOf(parked.since), place: placeOf(parked), waiting: parked.waiting })}{' '}
          <code>npm run ops -- parked show {name}</code>
        </p>
        <p role="status">
          {trying && text('operation.trying')}
          {!trying && outcome === 'kept' && text('operation.kept', { since: momentOf(parked.since) })}
        </p>
      </div>
      <Button
        className="not-printed"
        size="small"
        disabled={trying}
        aria-label={text('operation.retryOf', { service: text(`operation.service.${service}`), name })}
        onClick={retry}
      >
        {text('operation.retry')}
      </Button>
    </li>
  )
}
