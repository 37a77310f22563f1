import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import { InlineFigure } from '../figure/InlineFigure'
import { AreaAsideDocument } from '../graph.generated'
import { useRichText, useText } from '../language/useText'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'
import type { Node } from './network'

/** What is known of the area that is chosen: its association, what lies below it, and the way on. */
export function AreaAside({ code, node, close }: { code: string; node: Node | undefined; close: () => void }) {
  const text = useText()
  const rich = useRichText()
  const words = useWords()
  const { on } = useOn()
  const [parameters] = useSearchParams()
  const { data, error, refetch } = useQuery(AreaAsideDocument, { variables: { code, on } })
  const area = data?.area

  if (!area)
    return (
      <aside className="area-aside" aria-label={code}>
        <Unanswered error={error} retry={() => void refetch()} />
        {data ? <EmptyState>{text('network.noArea', { code })}</EmptyState> : !error && <Loading />}
      </aside>
    )
  const below = { CITY: [area.towns, area.villages], COUNTY: [area.towns, area.villages], TOWN: [area.villages], VILLAGE: [] }[area.level]
  const into = new URLSearchParams(parameters)
  into.set('within', area.code)
  into.delete('area')

  return (
    <aside className="area-aside" aria-label={area.name}>
      <h2>{area.name}</h2>
      <p className="quiet">
        {area.path
          .slice(0, -1)
          .map(({ name }) => name)
          .join(' › ')}{' '}
        {area.listCode}
      </p>
      <Unanswered error={error} retry={() => void refetch()} />
      <p>
        {[
          area.kind && words.areaKind(area.kind),
          area.placeholder
            ? text('network.placeholder')
            : area.coverageState && area.level !== 'CITY' && words.coverage(area.coverageState),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {(area.from ?? area.until) && (
        <p className="quiet small">{text('network.inForce', { from: area.from ?? '', until: area.until ?? '' })}</p>
      )}
      {area.predecessors.length > 0 && (
        <p>{text('network.predecessors', { names: words.list(area.predecessors.map(({ name }) => name)) })}</p>
      )}
      {area.successors.length > 0 && <p>{text('network.successors', { names: words.list(area.successors.map(({ name }) => name)) })}</p>}
      {area.units.length > 0 && (
        <ul className="area-units">
          {area.units.map((unit) => (
            <li key={unit.id}>
              <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink>
              <br />
              <span className="quiet small">
                {unit.type.name} · {text('network.since', { day: unit.from })}
                {unit.functioning === false && ` · ${text('network.notFunctioning')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {area.coverageState === 'BLANK' && !area.placeholder && (
        <Allowed to={write('units')}>
          <p>
            <PageLink to={`/units/new?area=${area.code}`}>{text('network.establish')}</PageLink>
          </p>
        </Allowed>
      )}
      {below.map(
        (coverage) =>
          (coverage?.total.value ?? 0) > 0 &&
          coverage && (
            <p key={coverage.level}>
              {rich('network.below', {
                level: words.level(coverage.level),
                total: <InlineFigure figure={coverage.total} />,
                covered: <InlineFigure figure={coverage.covered} />,
                blank: <InlineFigure figure={coverage.blank} to={`/blank-spots?level=${coverage.level}&within=${area.code}`} />,
              })}
            </p>
          ),
      )}
      <p className="area-aside-foot">
        {node && node.children.length > 0 && parameters.get('within') !== area.code && (
          <PageLink to={`/network?${into}`}>{text('network.lookInto')}</PageLink>
        )}
        <button type="button" className="plain-button" onClick={close}>
          {text('network.close')}
        </button>
      </p>
    </aside>
  )
}
