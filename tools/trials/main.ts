import { explain, whenNpmEnds } from '@sizhang/engines'
import { buildAll } from '../build/build-all'
import { trials } from './cases'
import { parseOptions } from './options'
import { record } from './record'
import { Bench } from './rig/rig'
import { runControl, runOnce, type Outcome } from './run-trial'

/** `npm run trials`: faults under load on real engines; each trial so many times, and once without the guard that it tries. */
async function main(): Promise<void> {
  const { only, times, seed, short } = parseOptions(process.argv.slice(2))
  const chosen = trials.filter(({ number }) => only.length === 0 || only.includes(number))
  const root = process.cwd()
  await buildAll(['organization', 'membership', 'activity', 'reporting', 'gateway'], root, () => undefined)
  const bench = await Bench.open((line) => console.log(line))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void bench.close().then(() => process.exit(130)))
  whenNpmEnds(() => void bench.close().then(() => process.exit(130)))
  let bad = 0
  try {
    for (const trial of chosen) {
      const outcomes: Outcome[] = []
      for (let time = 0; time < times; time++) outcomes.push(await told(`${trial.number}`, () => runOnce(trial, bench, seed + time, short)))
      const control = await told(`${trial.number} control`, () => runControl(trial, bench, seed))
      const exact = outcomes.filter(({ findings }) => findings.length === 0).length
      const good = exact === times && control.findings.length > 0
      if (!good) bad += 1
      console.log(
        `${good ? '✓' : '✗'} ${trial.number} ${trial.name}: ${exact} / ${times} exact, control ${control.findings.length > 0 ? 'red' : 'NOT RED'}`,
      )
      if (!short && only.length === 0) record(root, trial, outcomes, control)
      for (const { seed: failed, findings } of outcomes.filter((outcome) => outcome.findings.length > 0))
        console.log(
          `  repeat: npm run trials -- --only ${trial.number} --times 1 --seed ${failed}\n  ${findings.slice(0, 10).join('\n  ')}`,
        )
    }
  } finally {
    await bench.close()
  }
  console.log(`${chosen.length - bad} passed, ${bad} failed`)
  process.exit(bad === 0 ? 0 : 1)
}

async function told(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await run()
  const first = outcome.findings[0] ?? ''
  console.log(
    `  ${name} seed ${outcome.seed}: ${outcome.commands} commands, ${outcome.seconds} s, ${outcome.findings.length} findings ${first}`,
  )
  return outcome
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
