import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ended, gone, lastLines, Problem, requireFree, requireRoom, runs, startChild, until } from '../processes'
import { PidFile } from './pid-file'
import type { EngineSettings } from './settings'

/** What one kind of engine needs to run as a local process. */
export interface Kind {
  name: 'kafka' | 'mongo'
  title: string
  port: (settings: EngineSettings) => number
  /** Further ports it takes on this machine. */
  alsoTakes?: (port: number) => number[]
  /** The environment variable that chooses the port. */
  portSetting: string
  address: (port: number) => string
  /** Obtains the program and prepares its data folder. */
  prepare: (settings: EngineSettings, data: string, log: string) => Promise<{ command: string; args: string[] }>
  /** One probe: does it serve? */
  answers: (address: string) => Promise<boolean>
  /** What a line of its log says of a failure, where not every line does. */
  complaint?: (line: string) => string | undefined
  /** What is left to do when it serves for the first time. */
  settle?: (address: string) => Promise<void>
}

export interface LocalEngine {
  kind: Kind
  address: string
  pid: number
  /** Present when this process started it. */
  child?: ChildProcess
  log: string
}

const startsWithin = 120_000
const stopsWithin = 15_000

/** Starts the engine, or takes the one that already runs on the same data. */
export async function startLocal(kind: Kind, settings: EngineSettings): Promise<LocalEngine> {
  const { data, log, pidFile } = placesOf(kind, settings)
  const running = await reuse(kind, pidFile)
  if (running) return { kind, address: kind.address(running.port), pid: running.pid, log }
  await requireRoom(data, 500)
  const port = kind.port(settings)
  for (const taken of [port, ...(kind.alsoTakes?.(port) ?? [])]) await requireFree(taken, kind.title, kind.portSetting)
  const program = await kind.prepare(settings, data, log)
  const child = startChild({ ...program, log, whenWeDie: settings.background ? undefined : 'TERM' })
  const pid = child.pid ?? 0
  pidFile.write({ pid, port })
  const address = kind.address(port)
  try {
    if (!(await until(() => kind.answers(address), { within: startsWithin, stop: () => !runs(child) }))) throw failed(kind, log)
    await kind.settle?.(address)
  } catch (error) {
    child.kill('SIGKILL')
    await gone(child)
    throw error
  }
  return { kind, address, pid, child, log }
}

/** Resolves when an engine that this process started has ended. */
export const endOf = ({ child }: LocalEngine) => (child ? gone(child) : Promise.resolve())

/** The engine's process on these data, when it lives. */
export function findLocal(kind: Kind, settings: EngineSettings) {
  return placesOf(kind, settings).pidFile.read()
}

/** Stops the engine of these data, whoever started it. */
export async function stopLocal(kind: Kind, settings: EngineSettings): Promise<boolean> {
  const { pidFile } = placesOf(kind, settings)
  const running = pidFile.read()
  if (!running) return false
  process.kill(running.pid, 'SIGTERM')
  const over = () => until(async () => ended(running.pid), { within: stopsWithin })
  if (!(await over())) {
    process.kill(running.pid, 'SIGKILL')
    await over()
  }
  pidFile.clear()
  return true
}

function placesOf(kind: Kind, { home }: EngineSettings) {
  const data = join(home, 'data', kind.name)
  return { data, log: join(home, 'logs', `${kind.name}.log`), pidFile: new PidFile(home, kind.name, data) }
}

/** An engine left running is taken; one that is just stopping is waited for. */
async function reuse(kind: Kind, pidFile: PidFile) {
  const running = pidFile.read()
  if (!running) return undefined
  const answered = await until(() => kind.answers(kind.address(running.port)), {
    within: startsWithin,
    stop: () => !pidFile.lives(running.pid),
  })
  return answered ? running : undefined
}

function failed({ title, complaint }: Kind, log: string): Problem {
  const lines = lastLines(log, 30).split('\n')
  const complaints = complaint ? lines.flatMap((line) => complaint(line) ?? []) : []
  const shown = (complaints.length > 0 ? complaints : lines).slice(-8).join('\n')
  return new Problem(
    `${title} 没有启动成功。日志 ${log}，可用 npm run engines -- reset 清空数据后重试。`,
    `${title} did not start. Its log is ${log}; \`npm run engines -- reset\` clears its data. Last lines:\n${shown}`,
  )
}
