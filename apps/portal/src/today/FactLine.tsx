import { useQuery } from '@apollo/client/react'
import { FormattedTime, FormattedMessage } from 'react-intl'
import { PageLink } from '../date/PageLink'
import { FactNamesDocument } from '../graph.generated'
import { NO_AREA } from '../graph/left-out'
import { useText } from '../language/useText'
import { namesWanted } from './fact-names'
import type { ShownFact } from './useLatestFacts'

/** One fact in words. It carries ids only: the names are joined from their owners. */
export function FactLine({ fact }: { fact: ShownFact }) {
  const text = useText()
  const wanted = namesWanted(fact)
  const { data } = useQuery(FactNamesDocument, {
    variables: {
      unit: wanted.unit ?? '',
      withUnit: wanted.unit !== undefined,
      person: wanted.person ?? '',
      withPerson: wanted.person !== undefined,
      activity: wanted.activity ?? '',
      withActivity: wanted.activity !== undefined,
      employer: wanted.employer ?? '',
      withEmployer: wanted.employer !== undefined,
      area: wanted.area ?? NO_AREA,
      withArea: wanted.area !== undefined,
    },
    skip: Object.values(wanted).every((id) => id === undefined),
    fetchPolicy: 'cache-first',
  })
  const kind = fact.type.split('.')[1] ?? ''

  return (
    <li className={fact.glows ? 'fact fact-glows' : 'fact'}>
      <time className="line-lead" dateTime={fact.time}>
        <FormattedTime value={fact.time} hour="2-digit" minute="2-digit" second="2-digit" hour12={false} />
      </time>
      <span>
        <FormattedMessage
          id={`today.fact.${kind}`}
          values={{
            unit: <PageLink to={`/units/${wanted.unit}`}>{data?.unit?.name ?? '……'}</PageLink>,
            person: <PageLink to={`/people/${wanted.person}`}>{data?.person?.name ?? '……'}</PageLink>,
            activity: <PageLink to={`/activities/${wanted.activity}`}>{data?.activity?.title ?? '……'}</PageLink>,
            employer: data?.employer?.name ?? '……',
            area: <PageLink to={`/network?area=${wanted.area}`}>{data?.area?.name ?? '……'}</PageLink>,
            kind: typeof fact.data.kind === 'string' ? text('today.holding', { kind: fact.data.kind }) : '',
            term: Number(fact.data.term ?? 0),
          }}
        />
      </span>
    </li>
  )
}
