import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { EmployerRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import { useMay } from '../session/SessionProvider'
import { write } from '../session/verbs'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'

/** What a list says of an employer; in the list of one unit, which covers them all, the unit goes without saying and covers can be ended. */
export function useEmployerColumns({ ofUnit }: { ofUnit: boolean }): Column<EmployerRowFragment>[] {
  const text = useText()
  const words = useWords()
  const mayEnd = useMay(write('units'))
  return useMemo(() => {
    const covering: Column<EmployerRowFragment>[] = [
      {
        key: 'unit',
        title: text('employers.column.unit'),
        value: ({ cover }) => (cover ? (cover.unit?.name ?? text('employers.unit.beyond')) : null),
        show: ({ cover }) =>
          cover?.unit ? <PageLink to={`/units/${cover.unit.id}`}>{cover.unit.name}</PageLink> : cover ? text('employers.unit.beyond') : '—',
        width: 220,
      },
      {
        key: 'mode',
        title: text('employers.column.mode'),
        value: ({ cover }) => (cover ? words.mode(cover.mode) : text('employers.uncovered')),
        filter: true,
        width: 130,
      },
    ]
    const ending: Column<EmployerRowFragment> = {
      key: 'end',
      title: text('coveredEmployers.end'),
      value: () => null,
      show: ({ id, name, cover }) =>
        cover && (
          <PageLink to={`/employers/${id}/covers/${cover.id}/end`} aria-label={text('coveredEmployers.endOf', { name })}>
            {text('coveredEmployers.end')}
          </PageLink>
        ),
      control: true,
      width: 110,
    }
    return [
      { key: 'name', title: text('employers.column.name'), value: ({ name }) => name, width: 240 },
      { key: 'kind', title: text('employers.kind'), value: ({ kindName }) => kindName, filter: true, width: 140 },
      {
        key: 'area',
        title: text('employers.column.area'),
        value: ({ area }) => area.name,
        show: ({ area }) => <PageLink to={`/network?area=${area.code}`}>{area.name}</PageLink>,
        width: 150,
      },
      ...(ofUnit ? [] : covering),
      { key: 'since', title: text('employers.column.since'), value: ({ cover }) => cover?.from, width: 120 },
      { key: 'creditCode', title: text('employers.column.creditCode'), value: ({ creditCode }) => creditCode, extra: true, width: 190 },
      { key: 'code', title: text('employers.column.code'), value: ({ area }) => area.code, extra: true, width: 140 },
      ...(ofUnit && mayEnd ? [ending] : []),
    ]
  }, [text, words, ofUnit, mayEnd])
}
