import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explain, whenNpmEnds } from '@sizhang/engines'
import { buildAll } from '../build/build-all'
import { trials } from './cases'
import { parseOptions, type Options } from './options'
import { record, recordStorm } from './record'
import { Bench } from './rig/rig'
import { runControl, runOnce, type Outcome } from './run-trial'
import { runStorm, type StormOptions } from './storm/storm'
import type { Trial } from './trial'

/**
 * `npm run trials`: faults under load on real engines; each trial so many times, and once without the guard that it tries. A trial
 * is written down as soon as it is done, so that a full run may be made in parts.
 */
async function main(): Promise<void> {
  const from = Date.now()
  const options = parseOptions(process.argv.slice(2))
  const chosen = trials.filter(({ number }) => options.only.length === 0 || options.only.includes(number))
  const root = process.cwd()
  const bench = await Bench.open((line) => console.log(line))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void bench.close().then(() => process.exit(130)))
  whenNpmEnds(() => void bench.close().then(() => process.exit(130)))
  const { storm } = options
  const tasks = storm ? [() => stormed(storm, bench)] : chosen.map((trial) => () => carryOut(trial, bench, options))
  let passed = 0
  try {
    await buildAll(['organization', 'membership', 'activity', 'reporting', 'gateway'], root, () => undefined)
    for (const task of tasks) if (await task()) passed += 1
  } finally {
    await bench.close()
  }
  const summary = `${passed} passed, ${tasks.length - passed} failed, ${Math.round((Date.now() - from) / 1_000)} s`
  writeFileSync(join(bench.settings.home, 'summary.txt'), `${summary}\n`)
  console.log(summary)
  process.exit(passed === tasks.length ? 0 : 1)
}

/** Carries out a storm, writes it down, says what came of it, and whether all was exact. */
async function stormed(storm: StormOptions, bench: Bench): Promise<boolean> {
  const outcome = await runStorm(bench, storm, (line) => console.log(line))
  const { commands, minutes, instances, seed, seconds, faults, findings } = outcome
  const made = Object.entries(faults).map(([name, count]) => `${name} ${count} ×`)
  const good = findings.length === 0
  console.log(
    `${good ? '✓' : '✗'} ${commands} commands in ${seconds} s, ${instances} of each app, ${made.join(', ')}: ${good ? 'exact' : ''}`,
  )
  const again = `npm run trials -- --storm --commands ${storm.commands} --minutes ${minutes} --instances ${instances} --seed ${seed}`
  if (!good) console.log(`  repeat: ${again}\n  ${findings.slice(0, 10).join('\n  ')}`)
  recordStorm(process.cwd(), outcome)
  return good
}

/** Runs a trial until its fault was made as often as wanted, then its control; says what came of it, and whether it passed. */
async function carryOut(trial: Trial, bench: Bench, { times, seed, short }: Options): Promise<boolean> {
  const { number, name } = trial
  const outcomes: Outcome[] = []
  for (let made = 0; made < times; made += outcomes.at(-1)?.faults ?? 1)
    outcomes.push(await told(`${number}`, () => runOnce(trial, bench, seed + outcomes.length, short)))
  const control = short ? undefined : await told(`${number} control`, () => runControl(trial, bench, seed))
  const wrong = outcomes.filter(({ findings }) => findings.length > 0)
  const red = control === undefined || control.findings.length > 0
  const good = wrong.length === 0 && red
  const runs = `${outcomes.length - wrong.length} of ${outcomes.length} runs exact`
  console.log(`${good ? '✓' : '✗'} ${number} ${name}: ${runs}${control ? `, control ${red ? 'red' : 'NOT RED'}` : ''}`)
  for (const { seed: failed, findings } of wrong)
    console.log(`  repeat: npm run trials -- --only ${number} --times 1 --seed ${failed}\n  ${findings.slice(0, 10).join('\n  ')}`)
  if (control) record(process.cwd(), trial, outcomes, control)
  return good
}

async function told(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await run()
  const { seed, faults, commands, seconds, findings, notes } = outcome
  const found = findings.length === 0 ? 'exact' : `${findings.length} findings: ${findings[0]?.slice(0, 200)}`
  console.log(`  ${[`${name} seed ${seed}: ${faults} faults`, `${commands} commands`, `${seconds} s`, ...notes, found].join(', ')}`)
  return outcome
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
