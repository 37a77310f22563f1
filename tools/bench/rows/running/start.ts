import { rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  accepts,
  type EngineSettings,
  findLocal,
  freePort,
  kafka,
  mongo,
  Problem,
  startChild,
  startEngines,
  stopChild,
  until,
} from '@sizhang/engines'
import type { Row } from '../../row'

const READY_WITHIN_MS = 300_000
const GONE_WITHIN_MS = 30_000

/** `npm start` on data, builds and downloads that are there, to a portal that is served and a gateway that is ready; beside it the engines alone. */
export const start: Row = {
  number: 16,
  async prepare({ bench }) {
    const home = join(bench.settings.root, '.sizhang/bench-start')
    rmSync(home, { recursive: true, force: true })
    const settings: EngineSettings = { ...bench.settings, home, kafkaPort: await freePort(), mongoPort: await freePort() }
    const port = await freePort()
    return {
      sizes: 'empty data, kept from one start to the next',
      sides: { start: () => secondsToStart(settings, port), engines: () => secondsOfEngines(settings) },
      lines: [{ name: 'npm start on a warm cache', unit: 's', ours: 'start', theirs: 'engines', aim: { ratioAtMost: 2.5 } }],
    }
  },
}

async function secondsOfEngines(settings: EngineSettings): Promise<number> {
  const engines = await startEngines(settings)
  await engines.stop()
  return engines.took / 1_000
}

async function secondsToStart(settings: EngineSettings, port: number): Promise<number> {
  const { home, kafkaPort, mongoPort } = settings
  const ports = { KAFKA_PORT: String(kafkaPort), MONGODB_PORT: String(mongoPort) }
  const log = join(home, 'start.log')
  const from = performance.now()
  const child = startChild({
    command: 'npm',
    args: ['start', '--', '--empty', '--engines', 'local', '--port', String(port)],
    env: { ...process.env, ...ports, SIZHANG_HOME: home },
    log,
    whenWeDie: 'TERM',
  })
  const ready = await until(() => serves(port), { within: READY_WITHIN_MS, every: 30 })
  const seconds = (performance.now() - from) / 1_000
  await stopChild(child)
  const ended = await until(async () => !(await accepts(port)) && !enginesRun(settings), { within: GONE_WITHIN_MS })
  if (!ready || !ended)
    throw new Problem(`npm start 没有${ready ? '结束' : '就绪'}，日志 ${log}`, `npm start did not ${ready ? 'end' : 'get ready'}: ${log}`)
  return seconds
}

const enginesRun = (settings: EngineSettings) => [kafka, mongo].some((kind) => findLocal(kind, settings))

/** As a browser opens it. */
async function serves(port: number): Promise<boolean> {
  const headers = { accept: 'text/html' }
  try {
    const answers = await Promise.all(['/health/ready', '/'].map((path) => fetch(`http://127.0.0.1:${port}${path}`, { headers })))
    return answers.every(({ ok }) => ok)
  } catch {
    return false
  }
}
