import { rmSync } from 'node:fs'
import { explain } from '@sizhang/engines'
import { findingsOf } from './exact'
import { bundlesWith } from './rig/bundles'
import { type Bench, Rig } from './rig/rig'
import type { Faults, Trial } from './trial'

/** What came of one run of a trial. */
export interface Outcome {
  seed: number
  /** Faults made. */
  faults: number
  /** Commands that clients were told of. */
  commands: number
  seconds: number
  findings: string[]
  /** What was measured. */
  notes: string[]
}

/** A control makes no more: the first that is found is enough. */
const FAULTS_OF_A_CONTROL = 5

/** Runs a trial once on fresh databases and topics: fault under load, heal, comparison. */
export function runOnce(trial: Trial, bench: Bench, seed: number, short: boolean): Promise<Outcome> {
  const times = short ? 1 : (trial.faultsARun ?? 1)
  return run(trial, bench, { name: `trial-${trial.number}`, seed, short, faults: trial.faults, times })
}

/** Runs its control: the same, by a module without the guard. It is good when something is found. */
export function runControl(trial: Trial, bench: Bench, seed: number): Promise<Outcome> {
  const times = Math.min(FAULTS_OF_A_CONTROL, trial.faultsARun ?? 1)
  return run(trial, bench, { name: `control-${trial.number}`, seed, short: false, faults: trial.control, times })
}

interface RunOptions {
  name: string
  seed: number
  short: boolean
  faults: Faults | undefined
  /** How many faults are made. */
  times: number
}

async function run(trial: Trial, bench: Bench, { name, seed, short, faults, times }: RunOptions): Promise<Outcome> {
  const from = Date.now()
  const bundles = faults && (await bundlesWith(name, faults.patches, faults.apps, bench.settings.root))
  const options = {
    bench,
    name,
    seed,
    short,
    faults: times,
    ...(faults && bundles ? { bundles, patched: faults.apps } : {}),
    ...(trial.env ? { env: trial.env } : {}),
  }
  const rig = trial.startsItself ? await Rig.make(options) : await Rig.start(options)
  let isExact = false
  try {
    const findings = await found(() => trial.run(rig, bench))
    if (findings.length === 0) findings.push(...(await found(() => findingsOf(rig, trial.expected))))
    const seconds = Math.round((Date.now() - from) / 1_000)
    isExact = findings.length === 0
    return { seed, faults: times, commands: rig.ledger.entries.length, seconds, findings, notes: rig.notes }
  } finally {
    await rig.stop()
    // The logs and the ledger of a run with findings are what its cause is looked for in.
    if (isExact) rmSync(rig.settings.home, { recursive: true, force: true })
  }
}

/** A service that does not come back, or a command that fails, is a finding too. */
async function found(look: () => Promise<string[]>): Promise<string[]> {
  try {
    return await look()
  } catch (error) {
    return [explain(error)]
  }
}
