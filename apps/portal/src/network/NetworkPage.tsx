import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { Choices } from '../arrangement/Choices'
import { PageLink } from '../date/PageLink'
import { useOn } from '../date/useOn'
import type { Level } from '../graph.generated'
import { NetworkPageDocument } from '../graph.generated'
import { useText } from '../language/useText'
import { ChangesLink } from '../network-changes/ChangesLink'
import { TimeSlider } from '../network-time/TimeSlider'
import { AreaPicker } from '../pickers/AreaPicker'
import { Allowed } from '../session/Allowed'
import { write } from '../session/verbs'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import { Unanswered } from '../states/Unanswered'
import { useWords } from '../words/useWords'
import { AreaAside } from './AreaAside'
import { AreaTiles } from './AreaTiles'
import { AreaTree } from './AreaTree'
import './network.css'
import { networkOf, ofLevel, tally } from './network'

const levels: readonly Level[] = ['COUNTY', 'TOWN', 'VILLAGE']

/** 组织网络: every area of the city as tiles or as a tree; what is chosen stands beside it and in the address. */
export function NetworkPage() {
  const text = useText()
  const words = useWords()
  const { on } = useOn()
  const [parameters, setParameters] = useSearchParams()
  const asked = useQuery(NetworkPageDocument, { variables: { on } })
  const { error, refetch } = asked
  // From day to day the page stands, until that of the other day is here.
  const data = asked.data ?? (error ? undefined : asked.previousData)
  const network = useMemo(() => (data ? networkOf(data) : undefined), [data])

  const level = levels.find((it) => it === parameters.get('level')) ?? 'TOWN'
  const within = network?.byCode.get(parameters.get('within') ?? '') ?? network?.root ?? undefined
  const areas = useMemo(() => (within ? ofLevel(within, level) : []), [within, level])
  const counts = tally(areas)
  const area = parameters.get('area') ?? undefined

  const choose = (code: string | null) =>
    setParameters(
      (before) => {
        const after = new URLSearchParams(before)
        if (code) after.set('area', code)
        else after.delete('area')
        return after
      },
      { preventScrollReset: true },
    )

  return (
    <article className="network">
      <title>{text('network.documentTitle')}</title>
      <h1>
        {within
          ? text('network.title', {
              within: within.name,
              level: words.level(level),
              total: counts.total,
              covered: counts.covered,
              blank: counts.blank,
            })
          : text('network.heading')}
      </h1>
      <Unanswered error={error} retry={() => void refetch()} />
      <div className="network-time not-printed">
        <TimeSlider />
        <ChangesLink />
      </div>
      <div className="network-choices not-printed">
        <Choices
          label={text('network.view')}
          parameter="view"
          usual="tiles"
          options={['tiles', 'tree'].map((value) => ({ value, name: text(`network.view.${value}`) }))}
        />
        <Choices
          label={text('network.level')}
          parameter="level"
          usual="TOWN"
          options={levels.map((value) => ({ value, name: words.level(value) }))}
        />
        <div className="network-find">
          <label htmlFor="network-find" className="quiet">
            {text('network.find')}
          </label>
          <AreaPicker
            input={{ id: 'network-find', status: undefined, 'aria-invalid': false, 'aria-describedby': undefined }}
            value={area}
            onChange={choose}
          />
        </div>
      </div>
      {!network ? (
        error ? null : (
          <Loading />
        )
      ) : !within ? (
        <EmptyState
          action={
            <Allowed to={write('areas')}>
              <PageLink to="/areas/import">{text('areaImport.name')}</PageLink>
            </Allowed>
          }
        >
          {text('network.empty')}
        </EmptyState>
      ) : (
        <div className="network-columns">
          {parameters.get('view') === 'tree' ? (
            <AreaTree root={within} selected={network.byCode.get(area ?? '')} onSelect={choose} />
          ) : (
            <AreaTiles within={within} areas={areas} counts={counts} selected={area} onSelect={choose} />
          )}
          {area && <AreaAside code={area} node={network.byCode.get(area)} close={() => choose(null)} />}
        </div>
      )}
    </article>
  )
}
