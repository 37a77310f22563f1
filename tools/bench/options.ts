import { parseArgs } from 'node:util'
import { Problem } from '@sizhang/engines'

const usage = '--only 3,4'

/** The rows that `npm run bench` was asked for, all of them unless told otherwise; a wrong option is named. */
export function rowsAsked(args: string[], known: readonly number[]): readonly number[] {
  const only = onlyIn(args, known)
  if (only === undefined) return known
  const asked = only.split(',').map(Number)
  if (asked.some((number) => !known.includes(number))) throw wrong(`--only ${only}`, known)
  return asked
}

function onlyIn(args: string[], known: readonly number[]): string | undefined {
  try {
    return parseArgs({ args, options: { only: { type: 'string' } } }).values.only
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error), known)
  }
}

const wrong = (what: string, known: readonly number[]) =>
  new Problem(
    `选项有误：${what}。可用选项：${usage}；可测的行：${known.join()}`,
    `Not an option: ${what}. Options: ${usage}; rows that are measured: ${known.join()}`,
  )
