import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { UnitChangeRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'

/** What stood before a change, or stands after it: in words, and the unit that it leads to. */
interface Side {
  words: string | null
  unitId?: string
}

/** What a change says, in words. */
export function useUnitChangeWords() {
  const text = useText()
  return useMemo(() => {
    const unitOr = (unit: { id: string; name: string } | null, otherwise: string): Side =>
      unit ? { words: unit.name, unitId: unit.id } : { words: text(otherwise) }
    return {
      /** 成立, 更名, 调整隶属, 并入, 撤销 */
      kind: ({ kind }: UnitChangeRowFragment) => text(`networkChanges.kind.${kind}`),
      /** The name, or the unit above, of before. */
      before: ({ kind, formerName, formerParent, hadParent }: UnitChangeRowFragment): Side =>
        kind === 'MOVED' ? unitOr(formerParent, hadParent ? 'networkChanges.beyond' : 'networkChanges.noParent') : { words: formerName },
      /** The name, the unit above, or the unit that goes on. */
      after: ({ kind, newName, newParent, mergedInto }: UnitChangeRowFragment): Side => {
        if (kind === 'MOVED') return unitOr(newParent, 'networkChanges.beyond')
        if (kind === 'MERGED') return unitOr(mergedInto, 'networkChanges.beyond')
        return { words: newName }
      },
    }
  }, [text])
}

/** The columns of what changed. */
export function useUnitChangeColumns(): Column<UnitChangeRowFragment>[] {
  const text = useText()
  const words = useUnitChangeWords()
  return useMemo(
    () => [
      { key: 'on', title: text('networkChanges.column.on'), value: ({ on }) => on, width: 110 },
      { key: 'kind', title: text('networkChanges.column.kind'), value: words.kind, filter: true, width: 110 },
      {
        key: 'unit',
        title: text('networkChanges.column.unit'),
        value: ({ unit }) => unit.name,
        show: ({ unit }) => <PageLink to={`/units/${unit.id}`}>{unit.name}</PageLink>,
        width: 220,
      },
      {
        key: 'before',
        title: text('networkChanges.column.before'),
        value: (change) => words.before(change).words,
        show: (change) => sideOf(words.before(change)),
        width: 180,
      },
      {
        key: 'after',
        title: text('networkChanges.column.after'),
        value: (change) => words.after(change).words,
        show: (change) => sideOf(words.after(change)),
        width: 180,
      },
      { key: 'paper', title: text('networkChanges.column.paper'), value: ({ paper }) => paper, width: 200 },
      { key: 'county', title: text('networkChanges.column.county'), value: countyOf, filter: true, width: 150 },
      {
        key: 'type',
        title: text('networkChanges.column.type'),
        value: ({ unit }) => unit.type.name,
        filter: true,
        extra: true,
        width: 150,
      },
    ],
    [text, words],
  )
}

function sideOf({ words, unitId }: Side): ReactNode {
  return unitId ? <PageLink to={`/units/${unitId}`}>{words}</PageLink> : (words ?? '—')
}

function countyOf({ unit }: UnitChangeRowFragment): string | null {
  return unit.area?.path.find(({ level }) => level === 'COUNTY')?.name ?? null
}
