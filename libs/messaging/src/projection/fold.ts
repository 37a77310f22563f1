import type { Step } from './plan'

/** Several facts' changes of one document in one update. */
export interface Update {
  into: string
  id: string
  /** The last fact in it. */
  seq: number
  /** It begins with the first fact of its aggregate: the document will hardly be there yet. */
  first: boolean
  set: Map<string, unknown>
  unset: Set<string>
}

/**
 * Folds the changes of many facts into one update a document. Where a later path lies inside or around an earlier one (`seats` and
 * `seats.7`), MongoDB refuses to have both in one update: the later goes into the next round. Rounds are written one after the other.
 */
export function fold(steps: Iterable<Step>): Update[][] {
  const rounds: Update[][] = []
  const latest = new Map<string, { update: Update; round: number }>()
  for (const { seq, writes = [] } of steps) {
    for (const { into, id, set = {}, unset = [] } of writes) {
      const document = `${into}/${id}`
      let open = latest.get(document)
      if (!open || clash(open.update, [...Object.keys(set), ...unset])) {
        open = { update: { into, id, seq, first: seq === 1, set: new Map(), unset: new Set() }, round: open ? open.round + 1 : 0 }
        latest.set(document, open)
        ;(rounds[open.round] ??= []).push(open.update)
      }
      merge(open.update, seq, set, unset)
    }
  }
  return rounds
}

function merge(update: Update, seq: number, set: Record<string, unknown>, unset: readonly string[]): void {
  update.seq = seq
  for (const [path, value] of Object.entries(set)) {
    update.unset.delete(path)
    update.set.set(path, value)
  }
  for (const path of unset) {
    update.set.delete(path)
    update.unset.add(path)
  }
}

function clash(update: Update, paths: readonly string[]): boolean {
  const before = [...update.set.keys(), ...update.unset]
  if (![...before, ...paths].some((path) => path.includes('.'))) return false
  return paths.some((path) => before.some((earlier) => earlier.startsWith(`${path}.`) || path.startsWith(`${earlier}.`)))
}
