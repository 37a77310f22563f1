import { FormattedNumber } from 'react-intl'
import { momentOf } from '../date/instants'
import type { WaitingFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Need, Statuses } from './operation'
import { services, stateOf } from './operation'

/** A row a service: its state in a word, how far it lags, what waits to be published, what is parked. */
export function ServiceTable({ statuses, needs }: { statuses: Statuses; needs: readonly Need[] }) {
  const text = useText()
  return (
    <table className="service-table">
      <caption className="unseen">{text('operation.services')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('operation.service')}</th>
          <th scope="col">{text('operation.state')}</th>
          <th scope="col" className="numeric">
            {text('operation.lag')}
          </th>
          <th scope="col" className="operation-wide">
            {text('operation.asOf')}
          </th>
          <th scope="col" className="numeric">
            {text('operation.unpublished')}
          </th>
          <th scope="col" className="numeric">
            {text('operation.parked')}
          </th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => {
          const status = statuses[service]
          const state = stateOf(status, needs, service)
          return (
            <tr key={service}>
              <th scope="row">{text(`operation.service.${service}`)}</th>
              <td>
                <span className={`service-state service-state-${state}`}>{text(`operation.state.${state}`)}</span>
              </td>
              <td className="numeric">
                <Waiting waiting={status?.lag} />
              </td>
              <td className="operation-wide">{asOf(status?.lag, status?.asOf)}</td>
              <td className="numeric">
                <Waiting waiting={status?.unpublished} />
              </td>
              <td className="numeric">{status?.parked ? <FormattedNumber value={status.parked.count} /> : '—'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )

  function asOf(lag: WaitingFragment | null | undefined, until: string | null | undefined): string {
    if (!lag || !until) return '—'
    return lag.count === 0 ? text('operation.now') : momentOf(until)
  }
}

/** How many wait, and for how long the oldest has. */
function Waiting({ waiting }: { waiting: WaitingFragment | null | undefined }) {
  const text = useText()
  if (!waiting) return '—'
  return (
    <>
      <FormattedNumber value={waiting.count} />
      {waiting.count > 0 && <span className="quiet small"> {text('operation.seconds', { seconds: waiting.seconds })}</span>}
    </>
  )
}
