import { Link, useSearchParams } from 'react-router'
import { DayChoice } from '../address/DayChoice'
import { SelectChoice } from '../address/SelectChoice'
import { Choices } from '../arrangement/Choices'
import type { ReportFiltersQuery } from '../graph.generated'
import { useText } from '../language/useText'
import type { Asked } from './reports'

interface ReportFiltersProps {
  asked: Asked
  /** The counties to choose from, and where the chosen area lies. */
  choices: ReportFiltersQuery | undefined
  /** Whether the report covers a time. */
  timed: boolean
}

/** Which report, where and over which time. Where the reader went deeper than a county, the way up stands beside it. */
export function ReportFilters({ asked: { within, place: placeName, from, to, day }, choices, timed }: ReportFiltersProps) {
  const text = useText()
  const [parameters] = useSearchParams()
  const up = (code: string) => {
    const next = new URLSearchParams(parameters)
    next.set('within', code)
    return `?${next}`
  }
  const deeper = choices?.place && choices.place.level !== 'COUNTY' ? choices.place.path : []

  return (
    <div className="report-filters">
      <Choices
        label={text('reports.view')}
        parameter="view"
        usual="coverage"
        options={['coverage', 'sectors', 'lacks', 'heads', 'work'].map((value) => ({ value, name: text(`reports.view.${value}`) }))}
      />
      <div className="filters not-printed">
        <SelectChoice
          label={text('reports.within')}
          parameter="within"
          all={text('reports.wholeCity')}
          options={(choices?.counties.nodes ?? []).map(({ code, name }) => ({ value: code, name }))}
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
      <p className="only-printed">{text('reports.printed', { place: placeName || text('reports.wholeCity'), day })}</p>
    </div>
  )
}
