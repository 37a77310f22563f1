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
  const { names, area, parent, hasParent, host, covers, children } = unit
  const further = covers.filter(({ code }) => code !== area?.code)

  return (
    <Particulars>
      {names.length > 1 && (
        <Particular name={text('unit.names')}>
          <OtherNames unit={unit} day={day} />
        </Particular>
      )}
      <Particular name={text('unit.type')}>{unit.type.name}</Particular>
      <Particular name={text('unit.area')}>
        {area && <PageLink to={`/network?area=${area.code}`}>{area.path.map(({ name }) => name).join(' › ')}</PageLink>}
      </Particular>
      <Particular name={text('unit.period')}>
        {text(unit.until ? 'unit.fromUntil' : 'unit.from', { from: unit.from, until: unit.until })}
      </Particular>
      <Particular name={text('unit.functioning')}>
        <Functioning unit={unit} day={day} />
      </Particular>
      {unit.pilot && (
        <Particular name={text('unit.pilot')}>
          <PageLink to={`/pilots/${unit.pilot.id}`}>{unit.pilot.category.name}</PageLink>
          <span className="quiet"> · {text('unit.pilot.followed', { department: unit.pilot.department.name })}</span>
        </Particular>
      )}
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
        {parent ? (
          <PageLink to={`/units/${parent.id}`}>{parent.name}</PageLink>
        ) : (
          text(hasParent ? 'unit.parent.beyond' : 'unit.parent.none')
        )}
      </Particular>
      {unit.parents.length > 1 && (
        <Particular name={text('moves.parents')}>
          <OtherParents unit={unit} day={day} />
        </Particular>
      )}
      {unit.mergedInto && (
        <Particular name={text('unit.mergedInto')}>
          <PageLink to={`/units/${unit.mergedInto.id}`}>{unit.mergedInto.name}</PageLink>
        </Particular>
      )}
      {unit.revivals.length > 0 && (
        <Particular name={text('unit.revivals')}>
          <Listed rows={unit.revivals} rowKey={({ dissolvedOn, paper }) => `${dissolvedOn} ${paper}`}>
            {({ dissolvedOn, paper }) => text('unit.revival', { dissolvedOn, paper })}
          </Listed>
        </Particular>
      )}
      {unit.mergers.map(({ predecessors, from }) => (
        <Particular key={predecessors.map(({ id }) => id).join()} name={text('unit.merger', { from })}>
          <Listed rows={predecessors} rowKey={({ id }) => id}>
            {({ id, name }) => <PageLink to={`/units/${id}`}>{name}</PageLink>}
          </Listed>
        </Particular>
      ))}
      {unit.splits.map(({ into, from }, at) => (
        <Particular key={`${from} ${at}`} name={text('unit.split', { from })}>
          <Listed rows={into} rowKey={({ unit: successor, areas }) => `${successor?.id} ${areas[0]?.code}`}>
            {({ unit: successor, areas }) => <PartOf unit={successor} areas={areas} />}
          </Listed>
        </Particular>
      ))}
      {unit.takeovers.map(({ predecessor, areas, from }, at) => (
        <Particular key={`${from} ${at}`} name={text('unit.takeover', { from })}>
          <PartOf unit={predecessor} areas={areas} />
        </Particular>
      ))}
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

/** The other unit of a split, and the areas that went over. */
function PartOf({ unit, areas }: Pick<Unit['splits'][number]['into'][number], 'unit' | 'areas'>) {
  const text = useText()
  const words = useWords()
  return (
    <>
      {unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : text('unit.split.beyond')}
      {areas.length > 0 && <span className="quiet">{text('unit.split.areas', { areas: words.list(areas.map(({ name }) => name)) })}</span>}
    </>
  )
}

/** 曾用名, and names still to come: those it does not bear on the day. */
function OtherNames({ unit: { names }, day }: { unit: Unit; day: string }) {
  const text = useText()
  const words = useWords()
  const told = names.flatMap(({ name, from }, place) => {
    const until = names[place + 1]?.from
    if (from > day) return [text('unit.names.from', { name, from })]
    return until && until <= day ? [text('unit.names.until', { name, until })] : []
  })
  return <>{words.list(told)}</>
}

/** What it stood under before the day, and what it is to stand under. */
function OtherParents({ unit: { parents }, day }: { unit: Unit; day: string }) {
  const text = useText()
  const others = parents.filter(({ from, until }) => from > day || (until !== null && until <= day))
  return (
    <Listed rows={others} rowKey={({ from }) => from}>
      {({ parent, hasParent, from, until }) => (
        <>
          {parent ? (
            <PageLink to={`/units/${parent.id}`}>{parent.name}</PageLink>
          ) : (
            text(hasParent ? 'unit.parent.beyond' : 'unit.parent.none')
          )}{' '}
          <span className="quiet">{from > day ? text('unit.parent.from', { from }) : text('unit.parent.until', { until })}</span>
        </>
      )}
    </Listed>
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
