import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { EmployerInSectorFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'

/** An employer behind the figures: what it is, where, and by which unit it is covered. */
export function useSectorColumns(): Column<EmployerInSectorFragment>[] {
  const text = useText()
  return useMemo(
    () => [
      { key: 'employer', title: text('sectorsReport.employer'), value: ({ employer }) => employer?.name, width: 240 },
      { key: 'kind', title: text('sectorsReport.kind'), value: ({ employer }) => employer?.kindName, filter: true, width: 140 },
      { key: 'area', title: text('reports.area'), value: ({ employer }) => employer?.area.name, width: 150 },
      {
        key: 'state',
        title: text('sectorsReport.state'),
        value: ({ state }) => text(`sectorsReport.state.${state}`),
        filter: true,
        width: 130,
      },
      {
        key: 'unit',
        title: text('reports.unit'),
        value: ({ unit }) => unit?.name,
        show: ({ unit }) => (unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—'),
        width: 220,
      },
      { key: 'since', title: text('sectorsReport.since'), value: ({ since }) => since, width: 120 },
    ],
    [text],
  )
}
