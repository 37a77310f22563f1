import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from './run-trial'
import type { Trial } from './trial'

/** What `docs/results/trials.json` keeps of a trial. */
interface Recorded {
  number: number
  name: string
  passes: string
  times: number
  exact: number
  commands: number
  control: { without: string; red: boolean; found: string }
}

/** Keeps the outcome of a full run of one trial; those of other trials stay, so that a run may be made in parts. */
export function record(root: string, trial: Trial, outcomes: readonly Outcome[], control: Outcome): void {
  const file = join(root, 'docs/results/trials.json')
  const before: Recorded[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { trials: Recorded[] }).trials : []
  const now: Recorded = {
    number: trial.number,
    name: trial.name,
    passes: trial.passes,
    times: outcomes.length,
    exact: outcomes.filter(({ findings }) => findings.length === 0).length,
    commands: outcomes.reduce((sum, { commands }) => sum + commands, 0),
    control: { without: trial.control.without, red: control.findings.length > 0, found: control.findings[0] ?? '' },
  }
  const all = [...before.filter(({ number }) => number !== trial.number), now].sort((one, other) => one.number - other.number)
  mkdirSync(join(root, 'docs/results'), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ trials: all }, null, 2)}\n`)
}
