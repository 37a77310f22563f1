import { useQuery } from '@apollo/client/react'
import { Link, useSearchParams } from 'react-router'
import { DayChoice } from '../address/DayChoice'
import { SelectChoice } from '../address/SelectChoice'
import { Choices } from '../arrangement/Choices'
import { ReportFiltersDocument } from '../graph.generated'
import { useText } from '../language/useText'
import type { Asked } from './reports'

/** Which report, where and over which time. Where the reader went deeper than a county, the way up stands beside it. */
export function ReportFilters({ asked: { within, from, to, day }, timed }: { asked: Asked; timed: boolean }) {
  const text = useText()
  const [parameters] = useSearchParams()
  const { data } = useQuery(ReportFiltersDocument, { variables: { place: within ?? '', narrowed: within !== undefined } })
  const up = (code: string) => {
    const next = new URLSearchParams(parameters)
    next.set('within', code)
    return `?${next}`
  }
  const deeper = data?.place && data.place.level !== 'COUNTY' ? data.place.path : []

  return (
    <div className="report-filters">
      <Choices
        label={text('reports.view')}
        parameter="view"
        usual="coverage"
        options={['coverage', 'heads', 'work'].map((value) => ({ value, name: text(`reports.view.${value}`) }))}
      />
      <div className="filters not-printed">
        <SelectChoice
          label={text('reports.within')}
          parameter="within"
          all={text('reports.wholeCity')}
          options={(data?.counties.nodes ?? []).map(({ code, name }) => ({ value: code, name }))}
        />
        {deeper.length > 0 && (
          <span>
            {deeper.map(({ code, name }, place) => (
              <span key={code}>
                {place > 0 && ' › '}
                {code === within ? name : <Link to={up(code)}>{name}</Link>}
              </span>
            ))}
          </span>
        )}
        {timed && (
          <>
            <DayChoice label={text('reports.from')} parameter="from" usual={from} />
            <DayChoice label={text('reports.to')} parameter="to" usual={to} />
          </>
        )}
      </div>
      <p className="only-printed">{text('reports.printed', { place: data?.place?.name ?? text('reports.wholeCity'), day })}</p>
    </div>
  )
}
