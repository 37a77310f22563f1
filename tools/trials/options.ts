import { parseArgs } from 'node:util'
import { Problem } from '@sizhang/engines'
import type { StormOptions } from './storm/storm'

/** What `npm run trials` was asked for. */
export interface Options {
  /** Numbers of trials; empty: all. */
  only: number[]
  /** How often each is run, its control apart. */
  times: number
  seed: number
  /** Each once, without its control, and no outage longer than it needs to be seen. */
  short: boolean
  /** Instead of the trials: one long load while everything is killed at random. */
  storm?: StormOptions
}

const usage = '--only 1,6,9-13  --times 20  --seed 7  --short\n--storm  --commands 100000  --minutes 10  --instances 2  --seed 7'

/** The options of the trials; a wrong one is named. */
export function parseOptions(args: string[]): Options {
  const text = { type: 'string' } as const
  try {
    const yes = { type: 'boolean' } as const
    const { values } = parseArgs({
      args,
      options: { only: text, times: text, seed: text, short: yes, storm: yes, commands: text, minutes: text, instances: text },
    })
    const { only = '', short = false, commands = '100000', minutes = '10', instances = '1' } = values
    const seed = whole('seed', values.seed ?? '1')
    const storm = {
      commands: whole('commands', commands),
      minutes: whole('minutes', minutes),
      instances: whole('instances', instances),
      seed,
    }
    return {
      only: only === '' ? [] : only.split(',').flatMap(range),
      times: whole('times', values.times ?? (short ? '1' : '20')),
      seed,
      short,
      ...(values.storm ? { storm } : {}),
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

/** `6`, or all of `9-13`. */
function range(text: string): number[] {
  const [first, last = first] = text.split('-').map((number) => whole('only', number))
  if (first === undefined || last === undefined || last < first) throw wrong(`--only ${text}`)
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}

function whole(option: string, text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1) throw wrong(`--${option} ${text}`)
  return Number(text)
}

const wrong = (what: string) => new Problem(`选项有误：${what}。可用选项：${usage}`, `Not an option: ${what}. Options: ${usage}`)
