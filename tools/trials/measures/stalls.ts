import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** No question may hold an event loop for longer, in milliseconds of its own work. */
const LONGEST_MS = 50
const folder = '.sizhang/trials/stalls'

/** What an app runs with so that its stalls are written down: Node's options, and where to. Apps run in the root of the repository. */
export const watched = { options: '--require=./tools/trials/rig/stalls.cjs', env: { STALLS_FOLDER: folder } }

/** One time that an event loop stood still; milliseconds, `until` since 1970. */
interface Stall {
  until: number
  took: number
  worked: number
  waited: number
  collected: number
}

/** What is told of an app's stalls. */
export interface StallsTold {
  /** How many there were, for whatever reason. */
  count: number
  longest: number
  /** How many were the app's own work. */
  own: number
  mostWorked: number
  /** Of the longest work, what was the collection of garbage. */
  collected: number
}

/** How often and how long the event loop of an app stood still since a moment; null: never. */
export function stallsOf(root: string, app: string, since: number): StallsTold | null {
  const file = join(root, folder, `${app}.jsonl`)
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const stalls = lines.map((line) => JSON.parse(line) as Stall).filter(({ until }) => until >= since)
  const [worst] = stalls.toSorted((one, other) => other.worked - one.worked)
  if (!worst) return null
  return {
    count: stalls.length,
    longest: Math.max(...stalls.map(({ took }) => took)),
    own: stalls.filter(({ worked }) => worked > LONGEST_MS).length,
    mostWorked: worst.worked,
    collected: worst.collected,
  }
}
