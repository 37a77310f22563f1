import { parseArgs } from 'node:util'
import { topics } from '@sizhang/contracts'
import { Problem, type Service, services } from '@sizhang/engines'
import { FOLLOWED } from '../../exact/followed'

/** Where a range begins or ends: a moment, in all partitions, or an offset of one partition. */
export type Bound = { at: Date } | { partition: number; offset: number }

/** Where facts are given again: to a topic of somebody's own, or to the read models of a service. */
type Target = { topic: string } | { service: Service }

/** What `replay` was asked for. */
export interface ReplayAsked {
  topic: string
  from: Bound
  to: Bound
  /** The id of the only aggregate that is wanted. */
  key: string | undefined
  into: Target
  isDry: boolean
}

/** A topic of somebody's own begins so, so that a misspelt name makes no topic. */
const SCRATCH = /^scratch\.[A-Za-z0-9._-]{1,200}$/
const USAGE = 'replay --topic T --from F --to T2 [--key K] --into <projection | scratch.*> [--dry-run]'

/** Reads the words after `replay`. Refuses what cannot be meant, by the value, the rule and the way out. */
export function replayAsked(args: readonly string[], now: Date): ReplayAsked {
  const { topic, from, to, key, into, 'dry-run': isDry = false } = optionsIn(args)
  if (topic === undefined || from === undefined || to === undefined || into === undefined) {
    const missing = Object.entries({ topic, from, to, into }).flatMap(([name, value]) => (value === undefined ? [`--${name}`] : []))
    throw new Problem(`replay 缺少 ${missing.join(' ')}。用法：${USAGE}`, `replay needs ${missing.join(' ')}. Usage: ${USAGE}`)
  }
  if (!topics.includes(topic))
    throw new Problem(
      `--topic ${topic}：没有这个事实主题。可用：${topics.join(' ')}`,
      `--topic ${topic}: no topic of facts has this name. There are: ${topics.join(' ')}`,
    )
  const range = { from: boundIn('--from', from, now), to: boundIn('--to', to, now) }
  requireOrder(range, from, to)
  return { topic, ...range, key, into: targetIn(into, topic), isDry }
}

function optionsIn(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = { topic: text, from: text, to: text, key: text, into: text, 'dry-run': { type: 'boolean' } } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new Problem(`replay 的选项有误：${what}。用法：${USAGE}`, `replay: ${what}. Usage: ${USAGE}`)
  }
}

/** `2026-06-30T04:00:00Z`, `2026-06-30`, or `3:120`: partition 3, offset 120, as `parked list` shows places. */
function boundIn(option: string, text: string, now: Date): Bound {
  const [, partition, offset] = /^(\d{1,4}):(\d{1,15})$/.exec(text) ?? []
  if (partition !== undefined) return { partition: Number(partition), offset: Number(offset) }
  const at = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(text) ? new Date(text) : undefined
  if (!at || Number.isNaN(at.getTime()))
    throw new Problem(
      `${option} ${text}：应为时刻（2026-06-30T04:00:00Z）或“分区:偏移”（3:120）。`,
      `${option} ${text}: neither a time (2026-06-30T04:00:00Z) nor partition:offset (3:120).`,
    )
  if (at > now)
    throw new Problem(
      `${option} ${text}：晚于现在，日志还没有到那里。请用不晚于 ${now.toISOString()} 的时刻。`,
      `${option} ${text}: the log does not reach into the future. Name a time no later than ${now.toISOString()}.`,
    )
  return { at }
}

function requireOrder({ from, to }: { from: Bound; to: Bound }, first: string, last: string): void {
  const isEmpty =
    'at' in from && 'at' in to
      ? from.at >= to.at
      : 'offset' in from && 'offset' in to && (from.partition !== to.partition || from.offset >= to.offset)
  if (isEmpty)
    throw new Problem(
      `--from ${first} --to ${last}：范围为空。--to 须在 --from 之后，偏移须在同一分区。`,
      `--from ${first} --to ${last} holds nothing: --to has to be later than --from, offsets have to be of one partition.`,
    )
}

function targetIn(into: string, topic: string): Target {
  if (SCRATCH.test(into)) return { topic: into }
  const service = services.find((each) => each === into)
  if (!service)
    throw new Problem(
      `--into ${into}：未知目标。可以是投影 ${services.join(' ')}，或自用主题：名称以 scratch. 开头。事实主题不可写入。`,
      `--into ${into}: no such target. A projection: ${services.join(' ')}; or a topic of your own, whose name begins with scratch. The topics of facts take nothing.`,
    )
  if (!FOLLOWED[service].includes(topic))
    throw new Problem(
      `--into ${service}：它不读取 ${topic}，只读取 ${FOLLOWED[service].join(' ')}。`,
      `--into ${service} does not follow ${topic}, only ${FOLLOWED[service].join(' ')}.`,
    )
  return { service }
}
