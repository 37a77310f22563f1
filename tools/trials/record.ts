import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from './run-trial'
import type { StormOutcome } from './storm/storm'
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

/** What it keeps of a storm. */
export type RecordedStorm = Omit<StormOutcome, 'findings'> & { on: string; exact: boolean }

/** All that `docs/results/trials.json` holds. */
export interface Records {
  trials: Recorded[]
  storms: RecordedStorm[]
}

/** A trial of fewer faults, or a storm of fewer commands, is no full run and is not written down. */
const FULL = { faults: 20, commands: 100_000 }

/** Keeps the outcome of a full run of one trial, in words that hold on any machine; those of other trials stay, so that a run may be made in parts. */
export function record(root: string, trial: Trial, outcomes: readonly Outcome[], control: Outcome): void {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0)
  if (sum(({ faults }) => faults) < FULL.faults) return
  const now: Recorded = {
    number: trial.number,
    name: trial.name,
    passes: trial.passes,
    on: today(),
    faults: sum(({ faults }) => faults),
    runs: outcomes.length,
    exact: outcomes.filter(({ findings }) => findings.length === 0).length,
    commands: sum(({ commands }) => commands),
    minutes: Math.round(sum(({ seconds }) => seconds) / 60),
    control: {
      without: trial.control.without,
      red: control.findings.length > 0,
      found: (control.findings[0] ?? '').replaceAll(`${root}/`, '').slice(0, 200),
    },
  }
  change(root, ({ trials, storms }) => ({
    trials: [...trials.filter(({ number }) => number !== trial.number), now].sort((one, other) => one.number - other.number),
    storms,
  }))
}

/** Keeps the outcome of a storm in the place of the last one with as many instances. */
export function recordStorm(root: string, { findings, ...outcome }: StormOutcome): void {
  if (outcome.commands < FULL.commands) return
  const now = { on: today(), exact: findings.length === 0, ...outcome }
  change(root, ({ trials, storms }) => ({
    trials,
    storms: [...storms.filter(({ instances }) => instances !== now.instances), now].sort((one, other) => one.instances - other.instances),
  }))
}

const today = () => new Date().toISOString().slice(0, 10)

function change(root: string, by: (records: Records) => Records): void {
  const file = join(root, 'docs/results/trials.json')
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Records>) : {}
  mkdirSync(join(root, 'docs/results'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(by({ trials: [], storms: [], ...before }), null, 2)}\n`)
}
