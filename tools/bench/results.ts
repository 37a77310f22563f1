import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Figures } from './rounds'

export const RESULTS = 'docs/results/bench.json'

/** A line as it is kept. Rows may be measured in parts, so each says when, by which command and beside what other work. */
export interface Recorded extends Figures {
  row: number
  sizes: string
  rounds: number
  /** When its row was done. */
  at: string
  /** Processes that waited for the processors in the minute before its row began: above the number of cores, times are noise. */
  load: number
  command: string
  /** Where it was measured, if not on the machine that the results name. */
  machine?: string
}

/** What docs/results/bench.json holds. */
export interface Results {
  machine: string
  engines: string
  rows: Recorded[]
}

/** The rows of earlier runs, as they stand beside a run on this machine. */
export function carriedOver({ machine: there, rows }: Results, here: string): Recorded[] {
  return rows.map(({ machine = there, ...row }) => (machine === here ? row : { ...row, machine }))
}

/** Puts a row's lines in the place of those that it had; the other rows stay. */
export function withRow(before: readonly Recorded[], row: readonly Recorded[]): Recorded[] {
  const others = before.filter(({ row: number }) => number !== row[0]?.row)
  return [...others, ...row].sort((one, other) => one.row - other.row)
}

/** The lines that moved: each of the two ratios (or figures of ours) lies outside what the rounds of the other run gave. */
export function moved(before: readonly Recorded[], now: readonly Recorded[]): { line: Recorded; from: number; to: number }[] {
  return now.flatMap((line) => {
    const earlier = before.find(({ row, name }) => row === line.row && name === line.name)
    if (!earlier) return []
    const [from, to] = [spoken(earlier), spoken(line)]
    return lies(from, line.spread) || lies(to, earlier.spread) ? [] : [{ line, from, to }]
  })
}

/** The figure that the aim is about. */
export function spoken({ aim, ours, ratio }: Figures): number {
  return 'oursAtMost' in aim ? ours : (ratio ?? Number.NaN)
}

const lies = (figure: number, { least, most }: Figures['spread']) => figure >= least && figure <= most

/** The results on disk. */
export function kept(): Results | undefined {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : undefined
}

/** The results as they were last committed. */
export function committed(): Results | undefined {
  try {
    return JSON.parse(
      execFileSync('git', ['show', `HEAD:${RESULTS}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    ) as Results
  } catch {
    return undefined
  }
}

/** Writes the results; a row is kept as soon as it is done. */
export function keep(results: Results): void {
  mkdirSync(dirname(RESULTS), { recursive: true })
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`)
}
