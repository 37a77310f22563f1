import type { AreaChangeKind, AreaCorrection, ListedAreaChangeFragment } from '../graph.generated'

/** What a change is about: an area in force, a row of the new list, or both. */
interface Named {
  area: { code: string } | null
  row: { code: string } | null
}

/** What a new list answers. */
export interface Proposed {
  proposalId: string
}

/** Where a new list of areas goes, with the day from which it holds and the document it rests on. */
export function proposalsTo(on: string, paper: string): string {
  return `/files/organization/area-proposals?${new URLSearchParams({ on, paper: paper.trim() })}`
}

/** The kinds of change, in the order in which they are told. */
const changeKinds: readonly AreaChangeKind[] = ['GONE', 'MERGED', 'SPLIT', 'MOVED', 'ADDED', 'RECODED', 'RENAMED', 'RECLASSIFIED']

/** How many changes there are of each kind that occurs. */
export function countByKind(changes: readonly ListedAreaChangeFragment[]): { kind: AreaChangeKind; count: number }[] {
  return changeKinds.flatMap((kind) => {
    const count = changes.filter((change) => change.kind === kind).length
    return count > 0 ? [{ kind, count }] : []
  })
}

/** What a change may be corrected to: what it is about decides. */
export function correctionsOf({ area, row }: Named): AreaCorrection[] {
  return [...(area ? (['CONTINUED', 'MERGED', 'GONE'] as const) : (['CONTINUED'] as const)), ...(row ? (['SPLIT', 'ADDED'] as const) : [])]
}

/** What names a change within its proposal, in its address too. */
export function addressOf({ area, row }: Named): string {
  return new URLSearchParams({ ...(area ? { area: area.code } : {}), ...(row ? { row: row.code } : {}) }).toString()
}
