import type { Producer } from 'kafkajs'
import { connect } from '../client/kafka'
import { createTopics } from '../client/topics'
import type { KafkaAsked } from './kafka-state'
import type { LogRecord } from './read-log'

const RECORDS_A_REQUEST = 500

/** Puts copies of records into another topic, each into the partition that it came from, in their order. */
export class CopyWriter {
  private waiting: LogRecord[] = []

  private constructor(
    private readonly topic: string,
    private readonly producer: Producer,
  ) {}

  /** @param topic without prefix; made where it does not exist */
  static async open(asked: KafkaAsked, topic: string): Promise<CopyWriter> {
    await createTopics({ ...asked, topics: [topic] })
    const producer = connect(asked.kafka, asked.logger).producer({ allowAutoTopicCreation: false, retry: { retries: 12 } })
    await producer.connect()
    return new CopyWriter(asked.kafka.topicPrefix + topic, producer)
  }

  /** Takes a record; it is in Kafka at the latest when `close` resolves. */
  async put(record: LogRecord): Promise<void> {
    this.waiting.push(record)
    if (this.waiting.length >= RECORDS_A_REQUEST) await this.send()
  }

  /** Puts in what waits, and ends. */
  async close(): Promise<void> {
    if (this.waiting.length > 0) await this.send()
    await this.disconnect()
  }

  /** Ends without what waits. */
  async disconnect(): Promise<void> {
    await this.producer.disconnect()
  }

  private async send(): Promise<void> {
    const messages = this.waiting.map(({ partition, key, value, headers }) => ({ partition, key, value, headers }))
    await this.producer.send({ topic: this.topic, acks: -1, messages })
    this.waiting = []
  }
}
