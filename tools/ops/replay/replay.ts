import { Problem, titles } from '@sizhang/engines'
import { type KafkaAsked, reading, readLog } from '@sizhang/messaging'
import { onInstallation } from '../installation'
import type { OpsSettings } from '../settings'
import { number } from '../table'
import { replayAsked, type ReplayAsked } from './asked'
import { intoProjection } from './into-projection'
import { intoTopic } from './into-topic'
import { type Range, rangeOf } from './range'
import type { Taker } from './taker'

type Say = (line: string) => void

const MOST_REASONS = 10

/** `replay`: reads facts of a topic again and gives them into a topic of somebody's own or into a projection; answers whether none was left out. */
export function replay(settings: OpsSettings, args: readonly string[], say: Say): Promise<boolean> {
  const asked = replayAsked(args, new Date())
  return onInstallation(settings, async (installation) => {
    const range = await rangeOf(installation.asked, asked)
    for (const line of screen(asked, range)) say(line)
    const taker = asked.isDry
      ? dryTaker()
      : 'topic' in asked.into
        ? intoTopic(installation.asked, asked.into.topic)
        : intoProjection(installation, asked.into.service, range)
    const counted = await give(installation.asked, asked, range, taker)
    const leftOut = counted.read - counted.given
    say(`读取 read ${number(counted.read)}  给出 given ${number(counted.given)}  未给 left out ${number(leftOut)}`)
    for (const reason of counted.reasons.slice(0, MOST_REASONS)) say(`  ${reason}`)
    if (counted.reasons.length > MOST_REASONS) say(`  … ${number(counted.reasons.length)}`)
    if (asked.isDry) say('试运行，未写入任何内容 a dry run: nothing was written. 去掉 --dry-run 执行 without --dry-run it is done')
    return leftOut === 0
  })
}

function screen({ topic, from, to, key, into }: ReplayAsked, range: Range): string[] {
  const shown = (bound: typeof from) => ('at' in bound ? bound.at.toISOString() : `${bound.partition}:${bound.offset}`)
  const target = 'topic' in into ? `主题 topic ${into.topic}` : `投影 projection ${into.service} ${titles[into.service]}`
  const read = [...range.to].filter(([partition, end]) => end > (range.from.get(partition) ?? 0))
  return [
    `主题 topic   ${topic}  从 from ${shown(from)}  到 to ${shown(to)}${key === undefined ? '' : `  聚合 aggregate ${key}`}`,
    `范围 range   ${number(range.count)} 条记录 records  ${read.map(([partition, end]) => `${partition}:${range.from.get(partition) ?? 0}–${end}`).join(' ')}`,
    `目标 into    ${target}`,
  ]
}

async function give(asked: KafkaAsked, { topic, key }: ReplayAsked, range: Range, taker: Taker) {
  const unreadable: string[] = []
  let read = 0
  try {
    await readLog({ ...asked, topic, from: range.from, to: range.to }, async (record) => {
      const fact = reading(record)
      if (key !== undefined && fact.key !== `${topic}/${key}`) return
      read += 1
      if ('event' in fact) await taker.take(record, fact)
      else unreadable.push(`${fact.key} ${record.partition}:${record.offset} 不是事实 is no fact: ${fact.reason}`)
    })
    if (key !== undefined && read === 0) throw nothingOf(topic, key)
    const { given, reasons } = await taker.end()
    return { read, given, reasons: [...unreadable, ...reasons] }
  } catch (error) {
    await taker.breakOff()
    throw error
  }
}

function nothingOf(topic: string, key: string): Problem {
  return new Problem(
    `--key ${key}：${topic} 的这个范围内没有它的事实。请放宽范围，或核对聚合的编号。`,
    `--key ${key}: ${topic} holds no fact of it in this range. Widen the range, or look at the id again.`,
  )
}

/** Nothing is kept, nothing written. */
function dryTaker(): Taker {
  let given = 0
  return {
    take: async () => void (given += 1),
    end: async () => ({ given, reasons: [] }),
    breakOff: async () => undefined,
  }
}
