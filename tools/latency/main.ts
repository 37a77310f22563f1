import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { apps, type EngineSettings, engineSettings, explain, startEngines } from '@sizhang/engines'
import { administratorSession, type Stack, startStack } from '@sizhang/testing'
import { buildAll } from '../build/build-all'
import { loadDemo } from '../demo'
import { outcomeLine, progressLines } from '../demo/progress'
import { Graph } from './graph'
import { openingsFor } from './heads'
import { Observer } from './observer'
import { followed, polled, type Round } from './rounds'
import { type Spread, spreadOf } from './spread'

const RESULT = 'docs/results/latency.json'
const WARM_UP = 10
const TODAY = '2026-06-30'
const say = (line: string) => console.log(line)

/** Measures how long an appointment takes until a figure has moved, on the demo city: `node tools/run.mjs latency [--times 100]`. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '100' }, activities: { type: 'string', default: '3000' } } })
  const settings = ownSettings()
  const engines = await startEngines(settings)
  Object.assign(process.env, { KAFKA_BROKERS: engines.brokers, MONGODB_URI: engines.mongoUri })
  try {
    await buildAll([...apps], settings.root, () => undefined)
    const stack = await startStack({ today: TODAY })
    try {
      await report(stack, Number(values.times), Number(values.activities))
    } finally {
      await stack.stop()
    }
  } finally {
    await engines.stop()
  }
}

/** Where no engines are given, those of the tests: other ports and another folder than `npm start` has. */
function ownSettings(): EngineSettings {
  const settings = engineSettings(say)
  return { ...settings, home: join(settings.root, '.sizhang/test'), kafkaPort: 19_092, mongoPort: 27_117 }
}

async function report(stack: Stack, times: number, activities: number): Promise<void> {
  const session = await administratorSession(stack)
  const from = performance.now()
  const authorization = async () => `Bearer ${session}`
  const outcome = await loadDemo({ gateway: stack.gateway, authorization, onProgress: progressLines(say), activities })
  const load = (performance.now() - from) / 1_000
  say(`${outcomeLine(outcome)}  ${load.toFixed(1)} s`)
  const measured = await measure(stack.gateway, session, times)
  const rows = Object.entries(measured).map(([name, spread]) => ({ name, ...spread }))
  console.table(Object.fromEntries(rows.map(({ name, ...spread }) => [name, spread])))
  mkdirSync('docs/results', { recursive: true })
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`
  const result = {
    measuredAt: new Date().toISOString(),
    machine,
    times,
    unit: 'ms',
    demoLoadSeconds: Math.round(load * 10) / 10,
    ...measured,
  }
  writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`)
  say(RESULT)
}

/** So many appointments each way, after some that are not counted. */
async function measure(gateway: string, session: string, times: number): Promise<Record<string, Spread>> {
  const graph = new Graph(gateway, session)
  const observer = await Observer.follow(gateway, session, new Date().toISOString())
  const openings = (await openingsFor(graph, 2 * (WARM_UP + times))).values()
  const rounds = async (way: (opening: Parameters<typeof polled>[1]) => Promise<Round>) => {
    const all: Round[] = []
    for (const opening of openings) {
      all.push(await way(opening))
      if (all.length === WARM_UP + times) break
    }
    return all.slice(WARM_UP)
  }
  try {
    const byFact = await rounds((opening) => followed(graph, observer, opening))
    const byPolling = await rounds((opening) => polled(graph, opening))
    const of = (list: Round[], name: string) => spreadOf(list.map((round) => round[name] ?? Number.NaN))
    return {
      'command answered': of(byFact, 'answered'),
      'fact at the subscriber': of(byFact, 'fact'),
      'figure moved, asked with the mark': of(byFact, 'moved'),
      'figure moved, plain polling': of(byPolling, 'moved'),
      'questions asked, with the mark': of(byFact, 'asked'),
      'questions asked, plain polling': of(byPolling, 'asked'),
    }
  } finally {
    observer.stop()
  }
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
