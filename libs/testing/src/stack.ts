import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, AppProcess, apps, freePort, generateSecrets, rootFolder, type StackSettings } from '@sizhang/engines'
import { engines, freshNames } from './engines'

export interface StackOptions {
  /** The gateway's port; left out, a free one. */
  port?: number
  /** Folders that hold pack folders, instead of the built-in ones. */
  packsDirs?: string[]
  /** The business date that all services take for today. */
  today?: string
  /** Further settings of every app, or of each. */
  env?: Record<string, string> | ((app: App) => Record<string, string>)
  /** Other engines than the tests' own, and the names to use there; what is made of them is left to who started these engines. */
  on?: OtherEngines
  /** Start these apps alone. */
  only?: App[]
}

/** Engines that a test started for itself. */
interface OtherEngines {
  brokers: string
  mongoUri: string
  topicPrefix: string
  databasePrefix: string
}

export interface Stack {
  gateway: string
  services: Record<App, string>
  /** Who may do everything, with the password of the first sign-in. */
  administrator: { account: string; password: string }
  brokers: string
  topicPrefix: string
  /** Goes before the name of each service's database. */
  databasePrefix: string
  /** Ends an app's process at once by a signal, SIGKILL unless told otherwise. */
  kill: (app: App, signal?: NodeJS.Signals) => Promise<void>
  /** Has an app's process stand still, or go on: what it was asked hangs meanwhile. */
  signal: (app: App, signal: 'SIGSTOP' | 'SIGCONT') => void
  /** Stops an app when it runs, starts it again, and waits until it is ready. */
  restart: (app: App) => Promise<void>
  /** All that an app has logged. */
  logs: (app: App) => string
  /** Stops all apps and drops their databases and topics. */
  stop: () => Promise<void>
}

/** Starts the built apps as processes of their own, on the tests' engines, with names and secrets that no other test has. */
export async function startStack({ port, packsDirs, today, env = {}, on, only = [...apps] }: StackOptions = {}): Promise<Stack> {
  const { databasePrefix, topicPrefix, drop } = on ? { ...on, drop: async () => undefined } : freshNames()
  const root = rootFolder()
  const settings: StackSettings = {
    ...engines(),
    ...on,
    root,
    home: join(root, '.sizhang/test/stacks', databasePrefix.slice(0, -1)),
    ports: await freePorts(port),
    secrets: generateSecrets(),
    databasePrefix,
    topicPrefix,
    env: { ...(packsDirs ? { PACKS_DIRS: packsDirs.join(',') } : {}), ...(today ? { TODAY: today } : {}) },
  }
  const settingsOf = (app: App): StackSettings => ({
    ...settings,
    env: { ...settings.env, ...(typeof env === 'function' ? env(app) : env) },
  })
  const processes = Object.fromEntries(apps.map((app) => [app, new AppProcess(app, settingsOf(app))])) as Record<App, AppProcess>
  const stop = async () => {
    await Promise.all(apps.map((app) => processes[app].stop()))
    await drop()
  }
  try {
    for (const app of only) processes[app].start()
    await Promise.all(only.map((app) => processes[app].whenReady()))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    gateway: processes.gateway.url,
    services: Object.fromEntries(apps.map((app) => [app, processes[app].url])) as Record<App, string>,
    administrator: { account: 'admin', password: settings.secrets.firstPassword },
    brokers: settings.brokers,
    topicPrefix,
    databasePrefix,
    kill: async (app, signal = 'SIGKILL') => void (await processes[app].kill(signal)),
    signal: (app, signal) => processes[app].signal(signal),
    restart: async (app) => {
      await processes[app].stop()
      processes[app].start()
      await processes[app].whenReady()
    },
    logs: (app) => readFileSync(processes[app].log, 'utf8'),
    stop,
  }
}

async function freePorts(gateway?: number): Promise<Record<App, number>> {
  const ports = {} as Record<App, number>
  for (const app of apps) ports[app] = app === 'gateway' && gateway ? gateway : await unlike(Object.values(ports))
  return ports
}

async function unlike(taken: number[]): Promise<number> {
  const port = await freePort()
  return taken.includes(port) ? unlike(taken) : port
}
