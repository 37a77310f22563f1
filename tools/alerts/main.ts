import { join } from 'node:path'
import { apps, explain, Problem, until, whenNpmEnds } from '@sizhang/engines'
import { buildAll } from '../build/build-all'
import { Bench, Rig } from '../trials/rig/rig'
import { appsFaults } from './faults/apps'
import { enginesFaults } from './faults/engines'
import type { Fault } from './faults/fault'
import { recordsFaults } from './faults/records'
import { Prometheus } from './prometheus'
import { record } from './record'

const faults = [...appsFaults, ...enginesFaults, ...recordsFaults]
const WITHIN_MS = 600_000
const seconds = (milliseconds: number) => Math.round(milliseconds / 1_000)

/**
 * `node tools/run.mjs alerts [names]`: makes each fault on engines of its own, waits until its alerts fire in a real Prometheus, mends it,
 * waits until they have ended, and writes down how long both took.
 */
async function main(): Promise<void> {
  const names = process.argv.slice(2)
  const chosen = faults.filter(({ alerts }) => names.length === 0 || alerts.some((alert) => names.includes(alert)))
  if (chosen.length === 0)
    throw new Problem('没有这样的告警。', `No such alert. There are: ${faults.flatMap(({ alerts }) => alerts).join(' ')}`)
  await buildAll([...apps], process.cwd(), () => undefined)
  const bench = await Bench.open((line) => console.log(line), 'alerts')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void bench.close().then(() => process.exit(130)))
  whenNpmEnds(() => void bench.close().then(() => process.exit(130)))
  try {
    const silent = await carryOut(chosen, bench)
    console.log(silent.length === 0 ? '全部触发并解除 · all fired and cleared' : `未如预期 · not as expected: ${silent.join(' ')}`)
    process.exitCode = silent.length === 0 ? 0 : 1
  } finally {
    await bench.close()
  }
}

/** Gives the alerts that did not fire, or did not end. */
async function carryOut(chosen: readonly Fault[], bench: Bench): Promise<string[]> {
  const rig = await Rig.start({ bench, name: 'alerts', seed: 1, short: false, faults: 1 })
  const targets = Object.fromEntries(apps.map((app) => [app, rig.processes[app].url]))
  const prometheus = await Prometheus.start(join(bench.settings.home, 'prometheus'), targets)
  const load = rig.load({ organization: 1, membership: 1 })
  const silent: string[] = []
  try {
    for (const fault of chosen) silent.push(...(await tried(fault, rig, bench, prometheus)))
  } finally {
    await Promise.all([load.stop(), prometheus.stop()])
    await rig.stop()
  }
  return silent
}

async function tried({ what, alerts, make }: Fault, rig: Rig, bench: Bench, prometheus: Prometheus): Promise<string[]> {
  console.log(what)
  if (!(await when(prometheus, (firing) => !alerts.some((alert) => firing.has(alert))))) return alerts
  const made = Date.now()
  const mend = await make(rig, bench)
  const fired = await Promise.all(alerts.map((alert) => when(prometheus, (firing) => firing.has(alert))))
  const mended = Date.now()
  await mend()
  const cleared = await Promise.all(alerts.map((alert) => when(prometheus, (firing) => !firing.has(alert))))
  const on = new Date().toISOString().slice(0, 10)
  const silent: string[] = []
  for (const [place, alert] of alerts.entries()) {
    const [began, ended] = [fired[place], cleared[place]]
    if (began && ended) {
      const run = { alert, fault: what, fired: seconds(began - made), cleared: seconds(ended - mended), on }
      record(run)
      console.log(`  ✓ ${alert.padEnd(20)} 触发 fired ${run.fired} s, 解除 cleared ${run.cleared} s`)
    } else {
      silent.push(alert)
      console.log(`  ✗ ${alert.padEnd(20)} ${began ? '未解除 did not end' : '未触发 did not fire'}`)
    }
  }
  return silent
}

/** The moment at which the alerts are so; undefined when they do not get there. */
async function when(prometheus: Prometheus, are: (firing: Set<string>) => boolean): Promise<number | undefined> {
  const there = await until(async () => are(await prometheus.firing()), { within: WITHIN_MS, every: 500 })
  return there ? Date.now() : undefined
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(explain(error))
    process.exit(1)
  },
)
