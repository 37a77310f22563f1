import { Problem } from '@sizhang/engines'
import { type KafkaAsked, logEnds, type Places, placesAt } from '@sizhang/messaging'
import { number } from '../table'
import type { Bound, ReplayAsked } from './asked'

/** From where to before where each partition is read. */
export interface Range {
  from: Places
  to: Places
  /** Records within. */
  count: number
}

/** Where in the log the range lies that was asked for; refuses what lies beyond the log. */
export async function rangeOf(asked: KafkaAsked, { topic, from, to }: Pick<ReplayAsked, 'topic' | 'from' | 'to'>): Promise<Range> {
  const found = (await logEnds(asked)).get(topic)
  if (!found)
    throw new Problem(
      `--topic ${topic}：这个 Kafka 里还没有它。请核对 KAFKA_BROKERS 与 TOPIC_PREFIX。`,
      `--topic ${topic} does not exist in this Kafka: see KAFKA_BROKERS and TOPIC_PREFIX.`,
    )
  const ends = new Map([...found].sort(([one], [other]) => one - other))
  const [starts, stops] = [await placesOf(asked, topic, '--from', from, ends), await placesOf(asked, topic, '--to', to, ends)]
  const only = [from, to].find((bound) => 'partition' in bound)
  const partitions = only && 'partition' in only ? [only.partition] : [...ends.keys()]
  const range = { from: new Map<number, number>(), to: new Map<number, number>(), count: 0 }
  for (const partition of partitions) {
    const [first = 0, last = 0] = [starts.get(partition), stops.get(partition)]
    range.from.set(partition, first)
    range.to.set(partition, Math.max(first, last))
    range.count += Math.max(0, last - first)
  }
  if (range.count > 0) return range
  const reach = [...ends].map(([partition, end]) => `${partition}:${end}`).join(' ')
  throw new Problem(
    `${topic} 在这个范围内没有记录。日志到 ${reach}。`,
    `${topic} holds no record in this range. The log reaches to ${reach}.`,
  )
}

async function placesOf(asked: KafkaAsked, topic: string, option: string, bound: Bound, ends: Places): Promise<Places> {
  if ('at' in bound) return placesAt(asked, topic, bound.at)
  const { partition, offset } = bound
  const end = ends.get(partition)
  if (end === undefined)
    throw new Problem(
      `${option} ${partition}:${offset}：${topic} 只有分区 0 到 ${ends.size - 1}。`,
      `${option} ${partition}:${offset}: ${topic} has the partitions 0 to ${ends.size - 1}.`,
    )
  if (offset > end)
    throw new Problem(
      `${option} ${partition}:${offset}：超出日志，${topic} 的分区 ${partition} 到 ${number(end)} 为止。请用不大于它的偏移。`,
      `${option} ${partition}:${offset} lies beyond the log: partition ${partition} of ${topic} ends at ${number(end)}. Name an offset up to that.`,
    )
  return new Map([...ends.keys()].map((each) => [each, each === partition ? offset : 0]))
}
