import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { UnitRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { useWords } from '../words/useWords'

/** What the list says of a unit. */
export function useUnitColumns(): Column<UnitRowFragment>[] {
  const text = useText()
  const words = useWords()
  return useMemo(
    () => [
      {
        key: 'name',
        title: text('units.column.name'),
        value: ({ name }) => name,
        show: ({ id, name }) => <PageLink to={`/units/${id}`}>{name}</PageLink>,
        width: 240,
      },
      { key: 'type', title: text('units.type'), value: ({ type }) => type.name, filter: true, width: 150 },
      { key: 'county', title: text('units.column.county'), value: countyOf, filter: true, width: 120 },
      {
        key: 'area',
        title: text('units.column.area'),
        value: ({ area }) => area?.name,
        show: ({ area }) => (area ? <PageLink to={`/network?area=${area.code}`}>{area.name}</PageLink> : '—'),
        width: 170,
      },
      { key: 'mode', title: text('units.column.mode'), value: ({ mode }) => words.mode(mode), filter: true, width: 120 },
      { key: 'from', title: text('units.column.from'), value: ({ from }) => from, width: 120 },
      {
        key: 'functioning',
        title: text('units.column.functioning'),
        value: ({ functioning }) => (functioning === null ? null : text(functioning ? 'units.functioning' : 'units.notFunctioning')),
        filter: true,
        width: 110,
      },
      {
        key: 'parent',
        title: text('units.column.parent'),
        value: ({ parent }) => parent?.name,
        show: ({ parent }) => (parent ? <PageLink to={`/units/${parent.id}`}>{parent.name}</PageLink> : '—'),
        width: 180,
      },
      { key: 'until', title: text('units.column.until'), value: ({ until }) => until, extra: true, width: 120 },
      { key: 'code', title: text('units.column.code'), value: ({ area }) => area?.code, extra: true, width: 140 },
    ],
    [text, words],
  )
}

/** The county that a unit lies in. */
export function countyOf({ area }: UnitRowFragment): string | null {
  return area?.path.find(({ level }) => level === 'COUNTY')?.name ?? null
}
