import type { Kafka } from 'kafkajs'
import { TopicOffsets } from '../stream/topic-offsets'
import type { PartitionPosition } from './positions'

/** What operators read of a partition whose log was lost, or is that of another Kafka. */
export const OTHER_LOG = 'the log in Kafka is not the one that was applied: it is shorter, or the topic was made anew'
/** Later than any stamp: nothing was recorded then, so Kafka answers with the end of the log. */
const NEVER = new Date(8_640_000_000_000_000)

/**
 * Those of the partitions (`<topic>@<partition>`) whose log in Kafka is not the one that was applied up to here: it is shorter, or the
 * topic was made anew and has filled since. Whatever was recorded after the last record that was applied anywhere in the topic must lie
 * beyond it in its own partition too. Throws while Kafka is away.
 */
export async function otherLogs(kafka: Kafka, topicPrefix: string, places: readonly PartitionPosition[]): Promise<string[]> {
  const applied = places.filter(({ next }) => next > 0)
  if (applied.length === 0) return []
  const log = new TopicOffsets(kafka, topicPrefix)
  await log.connect()
  try {
    const other: string[] = []
    for (const topic of new Set(applied.map((place) => place.topic))) {
      const ours = applied.filter((place) => place.topic === topic)
      const stamps = ours.flatMap(({ stamp }) => stamp ?? [])
      const later = (await log.at([topic], stamps.length > 0 ? new Date(Math.max(...stamps) + 1) : NEVER)).get(topic) ?? []
      for (const { partition, next } of ours) if ((later[partition] ?? 0) < next) other.push(`${topic}@${partition}`)
    }
    return other
  } finally {
    await log.close()
  }
}
