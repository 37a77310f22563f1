import { parseArgs } from 'node:util'
import { Problem, type Service, services } from '@sizhang/engines'

/** Which parked record is to be given up, and why. */
export interface DiscardAsked {
  service: Service
  /** `<topic>/<aggregate>`, or the place of a record that names none: `<topic>@<partition>:<offset>`. */
  key: string
  because: string
  /** The question was answered beforehand. */
  isConfirmed: boolean
}

const USAGE = 'parked discard <service> <topic> <aggregate | partition:offset> --reason "…" [--yes]'

/** Reads the words after `parked discard`: all of them are needed, so that nothing is given up by a slip. */
export function discardAsked(args: readonly string[]): DiscardAsked {
  const { values, positionals } = parse(args)
  const [name, topic, aggregate, ...more] = positionals
  if (!topic || !aggregate || more.length > 0) throw wrong(`${positionals.length} / 3`)
  const service = services.find((each) => each === name)
  if (!service) throw wrong(`${name} ∉ ${services.join(' ')}`)
  const because = values.reason?.trim()
  if (!because)
    throw new Problem(
      `放弃一条记录要说明理由，理由与记录一并保存。用法：${USAGE}`,
      `Say why the record is given up; the reason is kept with it. Usage: ${USAGE}`,
    )
  const key = /^\d+:\d+$/.test(aggregate) ? `${topic}@${aggregate}` : `${topic}/${aggregate}`
  return { service, key, because, isConfirmed: values.yes ?? false }
}

function parse(args: readonly string[]) {
  const options = { reason: { type: 'string' }, yes: { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
}

const wrong = (what: string) => new Problem(`parked discard 有误：${what}。用法：${USAGE}`, `parked discard: ${what}. Usage: ${USAGE}`)
