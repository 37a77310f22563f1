import type { AreaCode } from '@sizhang/contracts'
import type { EndArea, NewArea, RedesignateArea } from '../area-succession/succession.domain'
import type { AreaChange, ListedRow, PresentArea } from './lists.domain'
import type { AreaProposal } from './proposals.domain'

/** What is to be done to areas, in this order: whoever carries on is there before the one that ends. Each step is about one area. */
export interface Steps {
  establish: NewArea[]
  redesignate: (RedesignateArea & { area: AreaCode })[]
  end: (EndArea & { area: AreaCode })[]
}

/**
 * What a proposal comes to. It depends on the proposal and on the areas of the day before it alone, so it is the same again after a crash.
 * @param listId the proposal
 */
export function stepsOf({ on, paper, changes, missing }: AreaProposal, listId: string, present: readonly PresentArea[]): Steps {
  const steps: Steps = { establish: [], redesignate: [], end: [] }
  const paths = new Map(present.map(({ id, path }) => [id, path]))
  const stays = new Set(missing)
  const byListCode = new Map(present.filter(({ id }) => !stays.has(id)).map(({ id, code }) => [code, id]))
  for (const { row, area, kind } of changes) if (row) byListCode.set(row.code, isNew(kind) || !area ? row.code : area)
  const idOf = (code: AreaCode) => byListCode.get(code) ?? code

  for (const { kind, area, row, other } of changes) {
    if (row && (isNew(kind) || !area)) {
      const above = row.parent === null ? [] : (paths.get(idOf(row.parent)) ?? [])
      const path = [...above, row.code]
      paths.set(row.code, path)
      steps.establish.push({ ...saidOf(row), level: row.level, path, from: on, splitFrom: kind === 'SPLIT' ? other : null, paper, listId })
    } else if (row && area) steps.redesignate.push({ ...saidOf(row), area, from: on, paper, listId })
  }
  for (const change of changes) {
    const how = endOf(change)
    if (!how || !change.area) continue
    const successors = successorsOf(change, changes).map(idOf)
    const heir = paths.get(successors[0] ?? '') ?? []
    steps.end.push({ area: change.area, listId, on, how, successors, heir, paper })
  }
  return steps
}

/** How many areas a proposal establishes, changes or ends. */
export function countSteps(changes: readonly AreaChange[]): number {
  return changes.reduce((count, { kind }) => count + (kind === 'MOVED' ? 2 : 1), 0)
}

/** Whether an area under that row is a new one: what is moved gets another code, and with that another name in the records. */
function isNew(kind: AreaChange['kind']): boolean {
  return kind === 'ADDED' || kind === 'SPLIT' || kind === 'MOVED'
}

function endOf({ kind, row }: AreaChange): EndArea['how'] | null {
  if (kind === 'MERGED' || kind === 'MOVED') return kind
  if (kind === 'GONE') return 'ABOLISHED'
  return kind === 'SPLIT' && !row ? 'SPLIT' : null
}

/** What takes the place of an area, by the codes of the new list; the first carries it on. */
function successorsOf({ kind, area, row, other }: AreaChange, changes: readonly AreaChange[]): AreaCode[] {
  if (kind === 'MERGED') return other ? [other] : []
  if (kind === 'MOVED') return row ? [row.code] : []
  if (kind !== 'SPLIT') return []
  return changes.flatMap((part) => (part.kind === 'SPLIT' && part.other === area && part.row ? [part.row.code] : [])).sort()
}

function saidOf({ code, name, kind, placeholder }: ListedRow) {
  return { code, name, kind, placeholder }
}
