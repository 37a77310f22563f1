import { parseArgs } from 'node:util'
import { type App, apps, Problem } from '@sizhang/engines'

export interface Options {
  /** Do not load the demo city. */
  empty: boolean
  /** Delete all data first. */
  reset: boolean
  /** Answers the question that a reset asks. */
  yes: boolean
  /** The gateway's port; the services take the four that follow. */
  port: number
  engines?: 'local' | 'docker'
  only: App[]
}

const usage = '--empty  --reset [--yes]  --port 4000  --engines local|docker  --only organization,gateway'

/** The options of `npm start`; an unknown one is named. */
export function parseOptions(args: string[]): Options {
  const { empty = false, reset = false, yes = false, port = '4000', engines, only } = parse(args)
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_531) throw wrong(`--port ${port}`)
  if (engines !== undefined && engines !== 'local' && engines !== 'docker') throw wrong(`--engines ${engines}`)
  return { empty, reset, yes, port: Number(port), engines, only: only === undefined ? [...apps] : only.split(',').map(appNamed) }
}

function parse(args: string[]) {
  const flag = { type: 'boolean' } as const
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { empty: flag, reset: flag, yes: flag, port: text, engines: text, only: text } }).values
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

function appNamed(name: string): App {
  const app = apps.find((known) => known === name)
  if (!app) throw wrong(`--only ${name}`)
  return app
}

const wrong = (what: string) => new Problem(`选项有误：${what}。可用选项：${usage}`, `Not an option: ${what}. Options: ${usage}`)
