import { FormattedTime } from 'react-intl'
import { PageHeading } from '../heading/PageHeading'
import { useRichText, useText } from '../language/useText'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { Needs } from './Needs'
import './operation.css'
import type { Statuses } from './operation'
import { needsOf } from './operation'
import { ParkedAggregates } from './ParkedAggregates'
import { ServiceTable } from './ServiceTable'
import { useStatuses } from './useStatuses'

/** 运行状况: which service is away, not ready or behind, what is unpublished or parked, and how to mend it. It is of now, whatever day is looked at. */
export function OperationPage() {
  const text = useText()
  const { statuses, error, refetch } = useStatuses()
  const needs = needsOf(statuses)
  const said = Object.values(statuses)
  const isAllSaid = !said.includes(undefined)

  return (
    <article className="page operation">
      <PageHeading name={text('operation.name')}>{title()}</PageHeading>
      <Unanswered error={error} retry={refetch} />
      {said.some((status) => status !== undefined) ? (
        <>
          <div>
            <ServiceTable statuses={statuses} needs={needs} />
            <AskedAt statuses={statuses} />
          </div>
          <Needs needs={needs} />
          <ParkedAggregates statuses={statuses} refetch={refetch} />
        </>
      ) : (
        !error && <Loading />
      )}
    </article>
  )

  function title() {
    if (needs.length > 0) return text('operation.needs', { count: needs.length })
    return isAllSaid ? text('operation.well') : text('operation.name')
  }
}

/** When the services were asked. */
function AskedAt({ statuses }: { statuses: Statuses }) {
  const rich = useRichText()
  const at = Object.values(statuses).flatMap((status) => status?.at ?? [])
  const last = at.sort().at(-1)
  if (!last) return null
  return (
    <p className="quiet small">
      {rich('operation.at', {
        time: <FormattedTime value={last} hour="2-digit" minute="2-digit" second="2-digit" hour12={false} />,
      })}
    </p>
  )
}
