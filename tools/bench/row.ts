import type { Site } from './site'

/** What must hold: of ours ÷ theirs, or of ours alone where theirs is no figure to divide by. */
export type Aim = { ratioAtLeast: number } | { ratioAtMost: number } | { oursAtMost: number }

/** Does the work of one side once; answers its figure. */
type Side = () => Promise<number>

/** Two sides compared. */
export interface Line {
  name: string
  unit: string
  /** Names of sides. */
  ours: string
  theirs: string
  /** The side that does what ours cannot do without, with raw drivers and nothing else. Theirs may do less. */
  bound?: string
  aim: Aim
}

/** A row made ready: its sides take their turns, and each line compares two of them. */
export interface Contest {
  /** What it is measured on. */
  sizes: string
  sides: Record<string, Side>
  lines: readonly Line[]
  /** How often each side has its turn; left out, five times after one that is not counted. */
  rounds?: number
  /** How often each side has its turn before, where one is too few for what it runs to be compiled, Kafka too. */
  uncounted?: number
  /** Ends what was started for this row alone. */
  end?: () => Promise<void>
}

/** A row of the table in docs/performance.md. */
export interface Row {
  number: number
  prepare: (site: Site) => Promise<Contest>
}
