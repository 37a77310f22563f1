import { Link, useSearchParams } from 'react-router'
import { DayChoice } from '../address/DayChoice'
import { SearchChoice } from '../address/SearchChoice'
import { SelectChoice } from '../address/SelectChoice'
import { yearsLater, yearStart } from '../date/days'
import type { ActivityChoicesFragment } from '../graph.generated'
import { useText } from '../language/useText'

interface ActivityFiltersProps {
  choices: ActivityChoicesFragment | undefined
  /** The unit whose activities are shown; null: of all. */
  unit: { name: string } | null
  day: string
}

/** Area, department, type, head and time; the time also by one click. */
export function ActivityFilters({ choices, unit, day }: ActivityFiltersProps) {
  const text = useText()
  const [parameters] = useSearchParams()
  const department = parameters.get('department')
  const types = (choices?.departments ?? []).filter(({ code }) => !department || code === department).flatMap((it) => it.activityTypes)
  const named = (list: readonly { code: string; name: string }[] | undefined) =>
    (list ?? []).map(({ code, name }) => ({ value: code, name }))

  const address = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(parameters)
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value)
      else next.delete(name)
    }
    return `?${next}`
  }
  const thisYear = day && yearStart(day)
  const lastYear = day && yearsLater(thisYear, -1)

  return (
    <div className="filters not-printed">
      <SearchChoice parameter="q" label={text('activities.search')} />
      {unit && (
        <span>
          {text('activities.ofUnit', { unit: unit.name })} <Link to={address({ unit: null })}>{text('activities.ofAll')}</Link>
        </span>
      )}
      <SelectChoice
        label={text('activities.within')}
        parameter="within"
        all={text('activities.wholeCity')}
        options={named(choices?.counties.nodes)}
      />
      <SelectChoice
        label={text('activities.department')}
        parameter="department"
        all={text('activities.all')}
        options={named(choices?.departments)}
      />
      <SelectChoice label={text('activities.type')} parameter="type" all={text('activities.all')} options={named(types)} />
      <SelectChoice label={text('activities.head')} parameter="head" all={text('activities.all')} options={named(choices?.heads)} />
      <DayChoice label={text('activities.from')} parameter="from" />
      <DayChoice label={text('activities.to')} parameter="to" />
      <span className="filter-links">
        <Link to={address({ from: thisYear, to: null })}>{text('activities.thisYear')}</Link>
        <Link to={address({ from: lastYear, to: day && `${lastYear.slice(0, 4)}-12-31` })}>{text('activities.lastYear')}</Link>
        <Link to={address({ from: null, to: null })}>{text('activities.allTime')}</Link>
      </span>
      <Link to={address({ withdrawn: parameters.get('withdrawn') ? null : 'yes' })}>
        {text(parameters.get('withdrawn') ? 'activities.withoutWithdrawn' : 'activities.withWithdrawn')}
      </Link>
    </div>
  )
}
