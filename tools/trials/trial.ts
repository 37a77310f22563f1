import type { App } from '@sizhang/engines'
import type { Expected } from './exact'
import type { Bench, Rig } from './rig/rig'
import type { Patch } from './rig/bundles'

/** What a bundle with faults is made of. */
export interface Faults {
  patches: readonly Patch[]
  /** The apps built with them. */
  apps: readonly App[]
}

/** A fault, what must hold after it, and a module without the guard against it. */
export interface Trial {
  number: number
  name: string
  /** What holds when it passes, in the words of the docs. */
  passes: string
  /** Points in the product at which the fault strikes; the trial and its control have them. */
  faults?: Faults
  /** The guard that the control leaves out, and what then must be found. */
  control: Faults & { without: string }
  /** Settings of the apps. */
  env?: Record<string, string>
  /** Further findings, beyond what the comparison makes. */
  run(rig: Rig, bench: Bench): Promise<string[]>
  expected?: Expected
  /** How many faults a run makes, one after the other on one city; left out, one. A short run makes one. */
  faultsARun?: number
  /** The trial makes and starts the rig's apps itself. */
  startsItself?: boolean
}
