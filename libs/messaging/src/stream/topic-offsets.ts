import type { Admin, Kafka } from 'kafkajs'
import type { Offsets } from './position'

/** From where to where a topic's partitions reach. */
export interface TopicEnds {
  low: Offsets
  /** One past the last record. */
  high: Offsets
}

/** Asks Kafka how far topics reach and where a time lies in them. */
export class TopicOffsets {
  private readonly admin: Admin

  constructor(
    kafka: Kafka,
    private readonly prefix: string,
  ) {
    this.admin = kafka.admin({ retry: { retries: 3 } })
  }

  connect(): Promise<void> {
    return this.admin.connect()
  }

  close(): Promise<void> {
    return this.admin.disconnect()
  }

  async ends(topics: readonly string[]): Promise<TopicEnds> {
    const all = await Promise.all(topics.map((topic) => this.admin.fetchTopicOffsets(this.prefix + topic)))
    const pick = (end: 'low' | 'high') =>
      new Map(topics.map((topic, index) => [topic, inOrder(all[index] ?? []).map((partition) => Number(partition[end]))]))
    return { low: pick('low'), high: pick('high') }
  }

  /** The first record of each partition that reached Kafka at this time or later. */
  async at(topics: readonly string[], time: Date): Promise<Offsets> {
    const all = await Promise.all(topics.map((topic) => this.admin.fetchTopicOffsetsByTimestamp(this.prefix + topic, time.getTime())))
    return new Map(topics.map((topic, index) => [topic, inOrder(all[index] ?? []).map(({ offset }) => Number(offset))]))
  }
}

function inOrder<Entry extends { partition: number }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => a.partition - b.partition)
}
