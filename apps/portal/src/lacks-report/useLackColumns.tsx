import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { LackLineFragment, UnitWithLacksFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'

/** A unit with a column for each lack: what is known of it, so that those who lack something can be filtered. */
export function useLackColumns(lacks: readonly Pick<LackLineFragment, 'lack' | 'name'>[]): Column<UnitWithLacksFragment>[] {
  const text = useText()
  const shown = JSON.stringify(lacks.map(({ lack, name }) => [lack, name]))
  return useMemo(
    () => [
      {
        key: 'unit',
        title: text('reports.unit'),
        value: ({ unit }) => unit?.name,
        show: ({ unit }) => (unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—'),
        width: 220,
      },
      { key: 'area', title: text('reports.area'), value: ({ unit }) => unit?.area?.name, width: 150 },
      ...(JSON.parse(shown) as [string, string][]).map(([lack, name]): Column<UnitWithLacksFragment> => ({
        key: lack,
        title: name,
        value: (row) => text(`lacksReport.state.${row.lacks.find((known) => known.lack === lack)?.state ?? 'UNKNOWN'}`),
        filter: true,
        width: 130,
      })),
    ],
    [text, shown],
  )
}
