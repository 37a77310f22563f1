import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { BodyWithHeadsFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'

/** A body with a column for each head: whether it is there, so that those who lack one can be filtered. */
export function useBodyColumns(heads: readonly { code: string; name: string }[]): Column<BodyWithHeadsFragment>[] {
  const text = useText()
  const shown = JSON.stringify(heads.map(({ code, name }) => [code, name]))
  return useMemo(
    () => [
      {
        key: 'unit',
        title: text('reports.unit'),
        value: ({ unit }) => unit?.name,
        show: ({ unit }) => (unit ? <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink> : '—'),
        width: 200,
      },
      { key: 'area', title: text('reports.area'), value: ({ unit }) => unit?.area?.name, width: 130 },
      { key: 'kind', title: text('headsReport.body'), value: ({ body }) => body?.kind.name, filter: true, width: 110 },
      ...(JSON.parse(shown) as [string, string][]).map(([code, name]): Column<BodyWithHeadsFragment> => ({
        key: code,
        title: name,
        value: (row) => text(row.heads.some((head) => head.code === code) ? 'headsReport.present' : 'headsReport.absent'),
        filter: true,
        width: 155,
      })),
      {
        key: 'persons',
        title: text('headsReport.persons'),
        value: ({ persons }) => persons,
        numeric: true,
        width: 100,
      },
    ],
    [text, shown],
  )
}
