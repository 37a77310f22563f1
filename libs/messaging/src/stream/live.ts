import { backoff, pause } from '../backoff'
import { createTopics } from '../client/topics'
import { Bell } from './bell'
import { isWithin, mapOffsets, type Offsets, ofTopics } from './position'
import { Ring } from './ring'
import { TopicOffsets } from './topic-offsets'
import { TopicReader, type TopicSource } from './topic-reader'

/** The ring begins so far before the end, so that subscribers who were cut off for a moment find their place in it. */
const RECENT_PER_PARTITION = 100

/** One reader at the end of all topics, for all subscribers of this process. */
export class Live {
  private readonly arrivals = new Bell()
  private readonly reader: TopicReader

  private constructor(
    source: TopicSource,
    private readonly log: TopicOffsets,
    private readonly next: Offsets,
    private readonly endAtStart: Offsets,
    readonly ring: Ring,
  ) {
    this.reader = new TopicReader(source, next, async (records) => {
      for (const record of records) ring.add(record)
      this.arrivals.ring()
    })
  }

  /** Finds the ends of the topics, as soon as Kafka answers, and begins to follow them. Undefined when `signal` is aborted before. */
  static async open(source: TopicSource, topics: readonly string[], capacity: number, signal: AbortSignal): Promise<Live | undefined> {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const log = new TopicOffsets(source.kafka, source.settings.topicPrefix)
      try {
        await createTopics({ kafka: source.settings, logger: source.logger, topics })
        await log.connect()
        const { low, high } = await log.ends(topics)
        const start = mapOffsets(high, (end, topic, partition) => Math.max(end - RECENT_PER_PARTITION, low.get(topic)?.[partition] ?? 0))
        return new Live(
          source,
          log,
          start,
          high,
          new Ring(
            mapOffsets(start, (offset) => offset),
            capacity,
          ),
        )
      } catch (error) {
        source.logger.warn({ err: error }, 'topics cannot be followed yet, trying again')
        await log.close().catch((closing: unknown) => source.logger.debug({ err: closing }, 'no connection to close'))
        await pause(backoff(attempt, 200, 5_000), signal)
      }
    }
    return undefined
  }

  /** Where the topics end now, as far as this process has seen. */
  end(topics: readonly string[]): Offsets {
    return mapOffsets(ofTopics(this.next, topics), (next, topic, partition) => Math.max(next, this.endAtStart.get(topic)?.[partition] ?? 0))
  }

  async start(topics: readonly string[]): Promise<Offsets> {
    return (await this.log.ends(topics)).low
  }

  at(topics: readonly string[], time: Date): Promise<Offsets> {
    return this.log.at(topics, time)
  }

  /** Whether Kafka holds everything before these offsets; it does not when they come from another Kafka, or from before a reset. */
  async reaches(offsets: Offsets): Promise<boolean> {
    const topics = [...offsets.keys()]
    return isWithin(offsets, this.end(topics)) || isWithin(offsets, (await this.log.ends(topics)).high)
  }

  /** Resolves when records have come, or when `signal` is aborted. */
  arrival(signal: AbortSignal): Promise<void> {
    return this.arrivals.next(signal)
  }

  async close(): Promise<void> {
    await Promise.all([this.reader.stop(), this.log.close()])
  }
}
