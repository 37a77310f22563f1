import type { CoverageBelowFragment } from '../graph.generated'

/** Covered areas below one unit above, by the tree of then and by that of today. */
export interface BelowUnit {
  /** Null: below none, or below one that the reader may not see. */
  unit: CoverageBelowFragment['unit']
  then: number
  now: number
}

/** Puts both trees side by side, a line for each unit above that either has; those below none come last. */
export function sideBySide(then: readonly CoverageBelowFragment[], now: readonly CoverageBelowFragment[]): BelowUnit[] {
  const lines = new Map<string | null, BelowUnit>()
  for (const [tree, rows] of [
    ['then', then],
    ['now', now],
  ] as const)
    for (const { unit, covered } of rows) {
      const line = lines.get(unit?.id ?? null) ?? { unit, then: 0, now: 0 }
      lines.set(unit?.id ?? null, { ...line, [tree]: line[tree] + covered })
    }
  return [...lines.values()].sort((a, b) => Number(a.unit === null) - Number(b.unit === null))
}
