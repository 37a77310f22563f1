import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { ListedAreaChangeFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { addressOf } from './area-proposals'

/** The columns of the changes of a proposal; with a way to correct each, as long as it waits. */
export function useChangeColumns(correctAt: string | null): Column<ListedAreaChangeFragment>[] {
  const text = useText()
  return useMemo(() => {
    const columns: Column<ListedAreaChangeFragment>[] = [
      { key: 'kind', title: text('areaProposals.kind'), value: ({ kind }) => text(`areaProposals.kind.${kind}`), filter: true, width: 100 },
      { key: 'before', title: text('areaProposals.before'), value: ({ before }) => listed(before), width: 220 },
      { key: 'row', title: text('areaProposals.row'), value: ({ row }) => listed(row), width: 220 },
      { key: 'with', title: text('areaProposals.with'), value: withOf(text), width: 220 },
      { key: 'seated', title: text('areaProposals.unitsSeated'), value: ({ unitsSeated }) => unitsSeated, numeric: true, width: 100 },
      {
        key: 'covering',
        title: text('areaProposals.unitsCovering'),
        value: ({ unitsCovering }) => unitsCovering,
        numeric: true,
        width: 100,
      },
      { key: 'employers', title: text('areaProposals.employers'), value: ({ employers }) => employers, numeric: true, width: 100 },
      { key: 'below', title: text('areaProposals.areasBelow'), value: ({ areasBelow }) => areasBelow, numeric: true, width: 100 },
    ]
    if (!correctAt) return columns
    const correct: Column<ListedAreaChangeFragment> = {
      key: 'correct',
      title: text('areaProposals.correct'),
      value: () => null,
      show: (change) => <PageLink to={`${correctAt}?${addressOf(change)}`}>{text('areaProposals.correct')}</PageLink>,
      control: true,
      width: 80,
    }
    return [...columns, correct]
  }, [text, correctAt])
}

/** A row of a list in a cell: its name and its code. */
export function listed(row: ListedAreaChangeFragment['row']): string | null {
  return row ? `${row.name} ${row.code}` : null
}

/** What became of an area, in words. */
export function withOf(text: ReturnType<typeof useText>) {
  return ({ kind, into, splitFrom, row }: ListedAreaChangeFragment): string | null => {
    if (into) return text('areaProposals.into', { name: into.name, code: into.code })
    if (splitFrom) return text('areaProposals.splitFrom', { name: splitFrom.name, code: splitFrom.code })
    return kind === 'MOVED' && row ? text('areaProposals.movedTo', { code: row.parent ?? '' }) : null
  }
}

/** What hangs on an area, in a line. */
export function hangingOn(
  text: ReturnType<typeof useText>,
  { unitsSeated, unitsCovering, employers, areasBelow }: ListedAreaChangeFragment,
): string {
  return text('areaProposals.hanging', { unitsSeated, unitsCovering, employers, areasBelow })
}
