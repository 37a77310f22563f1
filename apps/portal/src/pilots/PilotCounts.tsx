import { Link, useSearchParams } from 'react-router'
import type { PilotRowFragment, PilotsPageQuery } from '../graph.generated'
import { useText } from '../language/useText'
import { countByCategory, countByCounty } from './pilots'

interface PilotCountsProps {
  categories: PilotsPageQuery['pilotCategories']
  counties: PilotsPageQuery['counties']['nodes']
  pilots: readonly PilotRowFragment[]
}

/** How many pilots there are by category and by county; each number narrows the list to them. */
export function PilotCounts({ categories, counties, pilots }: PilotCountsProps) {
  const text = useText()
  const byCounty = countByCounty(counties, pilots)
  return (
    <div className="pilot-counts not-printed">
      <section>
        <h2>{text('pilots.byCategory')}</h2>
        <ul className="pilot-tiles">
          {countByCategory(categories, pilots).map(({ code, name, count }) => (
            <CountTile key={code} name={name} count={count} parameter="category" value={code} />
          ))}
        </ul>
      </section>
      <section>
        <h2>{text('pilots.byCounty')}</h2>
        <ul className="pilot-tiles">
          {byCounty.counties.map(({ code, name, count }) => (
            <CountTile key={code} name={name} count={count} parameter="within" value={code} />
          ))}
          <CountTile name={text('pilots.noCounty')} count={byCounty.none} />
        </ul>
        <p className="quiet small">{text('pilots.noMap')}</p>
      </section>
    </div>
  )
}

function CountTile({ name, count, parameter, value = '' }: { name: string; count: number; parameter?: string; value?: string }) {
  const [parameters] = useSearchParams()
  const narrowed = new URLSearchParams(parameters)
  if (parameter) narrowed.set(parameter, value)
  return (
    <li className={count > 0 ? 'pilot-tile pilot-tile-some' : 'pilot-tile'}>
      {parameter && count > 0 ? <Link to={`?${narrowed}`}>{name}</Link> : <span>{name}</span>} <strong>{count}</strong>
    </li>
  )
}
