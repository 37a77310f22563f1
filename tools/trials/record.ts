import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from './run-trial'
import type { Trial } from './trial'

/** What `docs/results/trials.json` keeps of a trial; `tools/generate` makes the page of the docs from it. */
export interface Recorded {
  number: number
  name: string
  passes: string
  /** Day of the run. */
  on: string
  faults: number
  runs: number
  exact: number
  commands: number
  minutes: number
  control: { without: string; red: boolean; found: string }
}

/** A trial of fewer faults is no full run and is not written down. */
const FULL = 20

/** Keeps the outcome of a full run of one trial; those of other trials stay, so that a run may be made in parts. */
export function record(root: string, trial: Trial, outcomes: readonly Outcome[], control: Outcome): void {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
  if (sum(({ faults }) => faults) < FULL) return
  const file = join(root, 'docs/results/trials.json')
  const before: Recorded[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { trials: Recorded[] }).trials : []
  const now: Recorded = {
    number: trial.number,
    name: trial.name,
    passes: trial.passes,
    on: new Date().toISOString().slice(0, 10),
    faults: sum(({ faults }) => faults),
    runs: outcomes.length,
    exact: outcomes.filter(({ findings }) => findings.length === 0).length,
    commands: sum(({ commands }) => commands),
    minutes: Math.round(sum(({ seconds }) => seconds) / 60),
    control: { without: trial.control.without, red: control.findings.length > 0, found: control.findings[0]?.slice(0, 200) ?? '' },
  }
  const all = [...before.filter(({ number }) => number !== trial.number), now].sort((one, other) => one.number - other.number)
  mkdirSync(join(root, 'docs/results'), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ trials: all }, null, 2)}\n`)
}
