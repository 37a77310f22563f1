import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { PilotRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'
import { countyOf, nextStep, tasksDone } from './pilots'

/** What the list says of a pilot on the day looked at. */
export function usePilotColumns(day: string | undefined): Column<PilotRowFragment>[] {
  const text = useText()
  const words = useWords()
  return useMemo(
    () => [
      {
        key: 'unit',
        title: text('pilots.unit'),
        value: ({ unit }) => unit.name,
        show: ({ unit }) => <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink>,
        width: 220,
      },
      { key: 'category', title: text('pilots.category'), value: ({ category }) => category.name, width: 150 },
      { key: 'department', title: text('pilots.department'), value: ({ department }) => department.name, width: 80 },
      { key: 'county', title: text('pilots.county'), value: countyOf, width: 100 },
      { key: 'from', title: text('pilots.from'), value: ({ from }) => from, width: 100 },
      {
        key: 'progress',
        title: text('pilots.progress'),
        value: ({ progress }) => words.pilotTask(progress),
        show: ({ id, progress }) => <PageLink to={`/pilots/${id}`}>{words.pilotTask(progress)}</PageLink>,
        width: 90,
      },
      { key: 'done', title: text('pilots.done'), value: ({ tasks }) => text('pilots.doneOf', tasksDone(tasks)), width: 90 },
      { key: 'nextStep', title: text('pilots.nextStep'), value: ({ tasks }) => nextStep(tasks)?.step, width: 180 },
      {
        key: 'nextStepBy',
        title: text('pilots.nextStepBy'),
        value: ({ tasks }) => nextStep(tasks)?.by,
        show: ({ tasks }) => {
          const by = nextStep(tasks)?.by
          if (!by) return '—'
          return day && by < day ? <span className="overdue">{text('pilots.overdue', { by })}</span> : by
        },
        width: 150,
      },
      { key: 'until', title: text('pilots.until'), value: ({ until }) => until, extra: true, width: 110 },
      {
        key: 'end',
        title: text('pilots.action'),
        value: () => null,
        show: ({ id, mayDesignate, unit }) =>
          mayDesignate && (
            <PageLink to={`/pilots/${id}/end`} aria-label={text('pilots.endOf', { unit: unit.name })} className="not-printed">
              {text('pilots.end')}
            </PageLink>
          ),
        control: true,
        width: 60,
      },
    ],
    [text, words, day],
  )
}
