import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { PageLink } from '../date/PageLink'
import type { UnitChangeRowFragment } from '../graph.generated'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { Listed } from '../words/Listed'
import { useWords } from '../words/useWords'

/** What stood before a change, or stands after it: in words, and the units that it leads to, where they are told by name. */
interface Side {
  words: string | null
  units?: readonly { id: string; name: string }[]
}

/** What a change says, in words. */
export function useUnitChangeWords() {
  const text = useText()
  const words = useWords()
  return useMemo(() => {
    const unitOr = (unit: { id: string; name: string } | null, otherwise: string): Side =>
      unit ? { words: unit.name, units: [unit] } : { words: text(otherwise) }
    return {
      /** 成立, 更名, 调整隶属, 拆分, 并入, 撤销 */
      kind: ({ kind }: UnitChangeRowFragment) => text(`networkChanges.kind.${kind}`),
      /** The name, or the unit above, of before. */
      before: ({ kind, formerName, formerParent, hadParent }: UnitChangeRowFragment): Side =>
        kind === 'MOVED' ? unitOr(formerParent, hadParent ? 'networkChanges.beyond' : 'networkChanges.noParent') : { words: formerName },
      /** The name, the unit above, the units that take over, or the unit that goes on. */
      after: ({ kind, newName, newParent, splitInto, mergedInto }: UnitChangeRowFragment): Side => {
        if (kind === 'MOVED') return unitOr(newParent, 'networkChanges.beyond')
        if (kind === 'SPLIT' && splitInto.length > 0) return { words: words.list(splitInto.map(({ name }) => name)), units: splitInto }
        if (kind === 'SPLIT') return { words: text('networkChanges.beyond') }
        if (kind === 'MERGED') return unitOr(mergedInto, 'networkChanges.beyond')
        return { words: newName }
      },
    }
  }, [text, words])
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

function sideOf({ words, units }: Side): ReactNode {
  if (!units) return words ?? '—'
  return (
    <Listed rows={units} rowKey={({ id }) => id}>
      {({ id, name }) => <PageLink to={`/units/${id}`}>{name}</PageLink>}
    </Listed>
  )
}

function countyOf({ unit }: UnitChangeRowFragment): string | null {
  return unit.area?.path.find(({ level }) => level === 'COUNTY')?.name ?? null
}
