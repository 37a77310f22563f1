import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apps, type Engines, type EngineSettings, engineSettings, startEngines, stopEngines } from '@sizhang/engines'
import { buildAll } from '../build/build-all'
import { runJest } from './jest'
import {
  type Failure,
  failedFiles,
  failuresOf,
  isGood,
  isUnsteady,
  type JestResults,
  lineOf,
  MOST_UNSTEADY,
  type Sum,
  sumOf,
  TIMES_ALONE,
} from './results'
import { obtainSystemPackages } from './system-packages'

const say = (line: string) => console.log(line)
const sinceStart = () => `${(performance.now() / 1000).toFixed(1)} s`

/** Sets up what the tests need, with ports and data of its own, runs them, and ends with the count alone on a line. Gives the exit code. */
export async function runTests(args: string[], stop: AbortSignal): Promise<number> {
  const settings = testSettings()
  const enginesGiven = Boolean(process.env['KAFKA_BROKERS'] && process.env['MONGODB_URI'])
  conclude(settings.home, sumOf(undefined))
  const chromium = await obtainSystemPackages(say, enginesGiven)
  const engines = await prepare(settings, enginesGiven)
  try {
    if (stop.aborted) return 130
    const { brokers, mongoUri } = engines
    const env = { ...process.env, KAFKA_BROKERS: brokers, MONGODB_URI: mongoUri, CHROMIUM: chromium }
    const first = await runJest(args, join(settings.home, 'results.json'), env, stop)
    const alone = await again(first, settings, env, stop)
    await engines.stop()
    const unsteady = isUnsteady(first, alone)
    const counted = sumOf(first)
    const sum = unsteady ? { passed: counted.passed + counted.failed, failed: 0 } : counted
    say(`用时 took  ${sinceStart()}`)
    for (const line of named(failuresOf(first, settings.root), unsteady)) say(line)
    say(conclude(settings.home, sum))
    return isGood(sum) ? 0 : 1
  } finally {
    await engines.stop()
  }
}

/**
 * Runs the few files that failed again, with nothing beside them, as often as it takes to call them unsteady; ends at the first time that fails.
 * Nothing: there was nothing to run, or too much.
 */
async function again(
  first: JestResults | undefined,
  { home }: EngineSettings,
  env: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<(JestResults | undefined)[]> {
  const files = failedFiles(first)
  if (files.length === 0 || files.length > MOST_UNSTEADY) return []
  const runs: (JestResults | undefined)[] = []
  while (runs.length < TIMES_ALONE && !stop.aborted && runs.every((run) => isGood(sumOf(run)))) {
    say(`再测未通过的文件 once more, alone  ${files.length} · ${runs.length + 1} / ${TIMES_ALONE}`)
    runs.push(await runJest(['--runInBand', '--runTestsByPath', ...files], join(home, 'again.json'), env, stop))
  }
  return runs
}

/** Each failure by name, with what was said of it. */
const named = (failures: Failure[], unsteady: boolean) =>
  failures.map(({ name, why }) => (unsteady ? `不稳定 unsteady, passed ${TIMES_ALONE} times alone: ${name}\n${why}` : `✗ ${name}\n${why}`))

/** The developer's settings, but other ports and a folder that nothing else uses. */
function testSettings(): EngineSettings {
  const { TEST_KAFKA_PORT = '19092', TEST_MONGODB_PORT = '27117' } = process.env
  const settings = engineSettings(say)
  return {
    ...settings,
    home: join(settings.root, '.sizhang/test'),
    kafkaPort: Number(TEST_KAFKA_PORT),
    mongoPort: Number(TEST_MONGODB_PORT),
  }
}

/** Builds the apps while the engines start, on empty data. */
async function prepare(settings: EngineSettings, enginesGiven: boolean): Promise<Engines> {
  const { home, root } = settings
  if (!enginesGiven) await stopEngines(settings)
  for (const old of ['data', 'logs', 'stacks']) rmSync(join(home, old), { recursive: true, force: true })
  const projects = [...apps, 'portal']
  const starting = startEngines(settings)
  const progress = (done: number) => say(`构建 build  ${done} / ${projects.length}`)
  const [engines, built] = await Promise.allSettled([starting, buildAll(projects, root, progress)])
  if (engines.status === 'rejected') throw engines.reason
  if (built.status === 'rejected') {
    await engines.value.stop()
    throw built.reason
  }
  say(`引擎与构建就绪 engines and build ready  ${sinceStart()}`)
  return engines.value
}

/** Keeps the line for whoever runs more checks after the tests. */
function conclude(home: string, sum: Sum): string {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'summary.txt'), `${lineOf(sum)}\n`)
  return lineOf(sum)
}
