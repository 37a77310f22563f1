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
    const ends = await this.each(topics, (topic) => this.admin.fetchTopicOffsets(topic))
    return { low: offsetsOf(ends, ({ low }) => low), high: offsetsOf(ends, ({ high }) => high) }
  }

  /** The first record of each partition that reached Kafka at this time or later. */
  async at(topics: readonly string[], time: Date): Promise<Offsets> {
    const places = await this.each(topics, (topic) => this.admin.fetchTopicOffsetsByTimestamp(topic, time.getTime()))
    return offsetsOf(places, ({ offset }) => offset)
  }

  /** One topic after the other: asked for several at once, kafkajs opens connections that it never closes. */
  private async each<Entry>(topics: readonly string[], ask: (topic: string) => Promise<Entry[]>): Promise<Map<string, Entry[]>> {
    const answers = new Map<string, Entry[]>()
    for (const topic of topics) answers.set(topic, await ask(this.prefix + topic))
    return answers
  }
}

function offsetsOf<Entry extends { partition: number }>(entries: Map<string, Entry[]>, pick: (entry: Entry) => string): Offsets {
  const inOrder = (partitions: Entry[]) => [...partitions].sort((a, b) => a.partition - b.partition)
  return new Map([...entries].map(([topic, partitions]) => [topic, inOrder(partitions).map((entry) => Number(pick(entry)))]))
}
