import type { Admin, Kafka, Producer } from 'kafkajs'
import { connect } from '../client/kafka'
import { createTopics, topicConfig } from '../client/topics'
import type { KafkaAsked } from './kafka-state'
import type { LogRecord } from './read-log'
import { whenReady } from './when-ready'

const RECORDS_A_REQUEST = 500
/** kafkajs' `ConfigResourceTypes.TOPIC`: as an ES module it does not export that name, and tools are ES modules. */
const TOPIC = 2
/** The broker takes 1 MiB a partition and request. */
const BYTES_A_REQUEST = 800 * 1024

/** A record came to stand elsewhere than it stood: the topics were not new, or somebody else writes. */
export class Misplaced extends Error {}

/** What waits to be put into one partition. */
interface Waiting {
  topic: string
  partition: number
  records: LogRecord[]
  bytes: number
  /** Where the next record has to come to stand. */
  next: number
}

/**
 * Puts records into new topics as they stood in another Kafka: partition, order, key, value, headers and the time at which the broker got
 * them. A record's offset is how many of its partition were put before it, and is checked.
 */
export class LogWriter {
  private readonly waiting = new Map<string, Waiting>()

  private constructor(
    private readonly asked: KafkaAsked,
    private readonly topics: readonly string[],
    private readonly admin: Admin,
    private readonly producer: Producer,
  ) {}

  /** Makes the topics (without prefix), which must not exist yet. While they are being filled they take the records' own times. */
  static async open(asked: KafkaAsked, topics: readonly string[]): Promise<LogWriter> {
    await createTopics({ ...asked, topics, stamps: 'CreateTime' })
    const client: Kafka = connect(asked.kafka, asked.logger)
    const [admin, producer] = [client.admin(), client.producer({ allowAutoTopicCreation: false })]
    await Promise.all([admin.connect(), producer.connect()])
    return new LogWriter(asked, topics, admin, producer)
  }

  /** Takes a record; it is in Kafka at the latest when `close` resolves. */
  async put(record: LogRecord): Promise<void> {
    const { topic, partition } = record
    const place = `${topic}@${partition}`
    const waiting = this.waiting.get(place) ?? { topic, partition, records: [], bytes: 0, next: 0 }
    this.waiting.set(place, waiting)
    waiting.records.push(record)
    waiting.bytes += record.value?.length ?? 0
    if (waiting.records.length >= RECORDS_A_REQUEST || waiting.bytes >= BYTES_A_REQUEST) await this.send(waiting)
  }

  /** Puts in what waits, and has the topics take the broker's time again, as services expect. */
  async close(): Promise<void> {
    for (const waiting of this.waiting.values()) if (waiting.records.length > 0) await this.send(waiting)
    const resources = this.topics.map((topic) => {
      return { type: TOPIC, name: this.asked.kafka.topicPrefix + topic, configEntries: topicConfig('LogAppendTime') }
    })
    await this.admin.alterConfigs({ validateOnly: false, resources })
    await this.disconnect()
  }

  /** Leaves the topics as they are, half filled. */
  async disconnect(): Promise<void> {
    await Promise.all([this.producer.disconnect(), this.admin.disconnect()])
  }

  /**
   * One partition a request: what is refused, as by a broker that does not lead the new topic yet, is then refused whole and is sent again.
   * Should it stand there all the same, the next place is not the one that it has to be.
   */
  private async send(waiting: Waiting): Promise<void> {
    const { topic, partition, records, next } = waiting
    const messages = records.map(({ key, value, headers, timestamp }) => ({ partition, key, value, headers, timestamp: String(timestamp) }))
    const [written] = await whenReady(() => this.producer.send({ topic: this.asked.kafka.topicPrefix + topic, acks: -1, messages }))
    if (written?.baseOffset !== String(next))
      throw new Misplaced(`${topic}@${partition}: a record of ${next} came to stand at ${written?.baseOffset ?? 'no place'}`)
    waiting.next += records.length
    waiting.records = []
    waiting.bytes = 0
  }
}
