import { PageLink } from '../date/PageLink'
import { useText } from '../language/useText'
import { Particular, Particulars } from '../particulars/Particulars'
import { Listed } from '../words/Listed'
import { useWords } from '../words/useWords'
import type { Unit } from './unit'
import { reasonsNotToFunction } from './unit'

/** So many units below are named at once. */
const NAMED = 12

/** Type, area, formation, time, what stands above and below, and whether it functions and why not. */
export function UnitFacts({ unit, day }: { unit: Unit; day: string }) {
  const text = useText()
  const words = useWords()
  const { area, parent, host, covers, children } = unit
  const further = covers.filter(({ code }) => code !== area?.code)

  return (
    <Particulars>
      <Particular name={text('unit.type')}>
        {unit.type.name}
        {unit.pilotCategory && <span className="quiet"> · {text('unit.pilot')}</span>}
      </Particular>
      <Particular name={text('unit.area')}>
        {area && <PageLink to={`/network?area=${area.code}`}>{area.path.map(({ name }) => name).join(' › ')}</PageLink>}
      </Particular>
      <Particular name={text('unit.period')}>
        {text(unit.until ? 'unit.fromUntil' : 'unit.from', { from: unit.from, until: unit.until })}
      </Particular>
      <Particular name={text('unit.functioning')}>
        <Functioning unit={unit} day={day} />
      </Particular>
      <Particular name={text('unit.mode')}>
        {words.mode(unit.mode)}
        {host && (
          <>
            {' · '}
            <PageLink to={`/units/${host.id}`}>{host.name}</PageLink>
          </>
        )}
        {further.length > 0 && ` · ${text('unit.alsoCovers', { areas: words.list(further.map(({ name }) => name)) })}`}
      </Particular>
      <Particular name={text('unit.parent')}>
        {parent ? <PageLink to={`/units/${parent.id}`}>{parent.name}</PageLink> : text('unit.parent.none')}
      </Particular>
      <Particular name={text('unit.children')}>
        {children.length === 0 ? (
          text('unit.children.none')
        ) : (
          <Listed rows={children.slice(0, NAMED)} rowKey={({ id }) => id}>
            {({ id, name }) => <PageLink to={`/units/${id}`}>{name}</PageLink>}
          </Listed>
        )}
        {children.length > NAMED && ` ${text('unit.children.more', { count: children.length })}`}
      </Particular>
    </Particulars>
  )
}

function Functioning({ unit, day }: { unit: Unit; day: string }) {
  const text = useText()
  const words = useWords()
  if (unit.functioning === null) return <>—</>
  if (unit.functioning) return <span className="unit-functioning">{text('unit.functioning.yes')}</span>
  const reasons = reasonsNotToFunction(unit, day).map((reason) => text(`unit.reason.${reason}`))
  return <span className="overdue">{text('unit.functioning.no', { reasons: words.list(reasons) })}</span>
}
