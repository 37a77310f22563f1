import type { mongo } from 'mongoose'
import { groupBy } from '../projection/group-by'
import { isWithin, mapOffsets, type Offsets } from '../stream/position'
import { TopicOffsets } from '../stream/topic-offsets'
import { type FactRead, TopicReader, type TopicSource } from '../stream/topic-reader'
import type { AggregateDocument } from './log'

/** The last facts of each partition are the youngest: a database that was restored to an earlier day does not know them. */
const LAST_RECORDS = 20

/** An aggregate of which the log holds more than its service's database. */
export interface Outdated {
  topic: string
  id: string
  /** Sequence in the database, 0 when it does not hold the aggregate. */
  stored: number
  /** Sequence in the log. */
  inLog: number
}

/** The youngest facts of a service's own topics, to compare its database with. They are read anew when there are younger ones. */
export class LogTails {
  private read: { upTo: Offsets; facts: FactRead[] } | undefined

  constructor(
    private readonly source: TopicSource,
    private readonly topics: ReadonlyMap<mongo.Collection<AggregateDocument>, string>,
  ) {}

  /**
   * Looks whether the log knows more of a service's own aggregates than its database, which is then of an earlier day: new commands would give
   * sequences out a second time, and everybody would drop their facts as known. Gives the first such aggregate; throws while Kafka is away.
   */
  async outdated(): Promise<Outdated | undefined> {
    const facts = groupBy(await this.facts(), ({ topic }) => topic)
    for (const [collection, topic] of this.topics) {
      const inLog = new Map<string, number>()
      for (const { subject, sequence } of facts.get(topic) ?? []) inLog.set(subject, Math.max(sequence, inLog.get(subject) ?? 0))
      const stored = await sequencesOf(collection, [...inLog.keys()])
      for (const [id, sequence] of inLog)
        if (sequence > (stored.get(id) ?? 0)) return { topic, id, stored: stored.get(id) ?? 0, inLog: sequence }
    }
    return undefined
  }

  private async facts(): Promise<FactRead[]> {
    const log = new TopicOffsets(this.source.kafka, this.source.settings.topicPrefix)
    await log.connect()
    const { low, high } = await log.ends([...this.topics.values()]).finally(() => log.close())
    if (this.read && isWithin(high, this.read.upTo)) return this.read.facts
    const from = mapOffsets(high, (end, topic, partition) => Math.max(end - LAST_RECORDS, low.get(topic)?.[partition] ?? 0))
    this.read = { upTo: high, facts: await factsBetween(this.source, from, high) }
    return this.read.facts
  }
}

async function sequencesOf(collection: mongo.Collection<AggregateDocument>, ids: string[]): Promise<Map<string, number>> {
  const found = await collection.find({ _id: { $in: ids } }, { projection: { 'log.seq': 1 } }).toArray()
  return new Map(found.map(({ _id, log }) => [_id, log.seq]))
}

async function factsBetween(source: TopicSource, from: Offsets, to: Offsets): Promise<FactRead[]> {
  if (isWithin(to, from)) return []
  const facts: FactRead[] = []
  await new Promise<void>((resolve) => {
    const reader: TopicReader = new TopicReader(source, from, async (records) => {
      for (const { fact } of records) if (fact) facts.push(fact)
      if (isWithin(to, from)) void reader.stop().then(resolve)
    })
  })
  return facts
}
