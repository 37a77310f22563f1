import { randomUUID } from 'node:crypto'
import { envelope } from '@sizhang/contracts'
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs'
import type { Logger } from 'pino'
import { backoff, pause } from '../backoff'
import type { KafkaSettings } from '../client/kafka'
import type { Offsets } from './position'

/** What subscribers get of a fact's envelope. */
export interface FactRead {
  topic: string
  type: string
  /** Id of the aggregate. */
  subject: string
  /** Running number within the aggregate, from 1. */
  sequence: number
  /** When it was recorded, RFC 3339. */
  time: string
  /** JSON text, as the schema of the type says. */
  data: string
}

/** A record of a topic; `fact` is undefined where the value is no fact of ours. */
export interface StreamRecord {
  topic: string
  partition: number
  offset: number
  fact: FactRead | undefined
}

/** Where topics are read from. */
export interface TopicSource {
  kafka: Kafka
  /** Where `kafka` is, and what goes before the name of each topic and group. */
  settings: KafkaSettings
  logger: Logger
}

/** Takes records of one partition, in order. It may take its time if it calls `alive` every few seconds. */
export type Deliver = (records: StreamRecord[], alive: () => Promise<void>) => Promise<void>

/**
 * Reads topics from given offsets, each record once and in order, until it is stopped; Kafka may go away meanwhile and come back.
 * kafkajs reads in groups only, so each reader has a group of its own that commits nothing and vanishes with it. After every join
 * it seeks to where it was; should kafkajs begin elsewhere, then from the beginning, and what was delivered before is dropped. So nothing is skipped.
 */
export class TopicReader {
  private readonly ending = new AbortController()
  /** Resolves when the last delivery is over and the group is left. */
  readonly ended: Promise<void>

  /** @param next where to begin; the reader counts it on as it delivers */
  constructor(
    private readonly source: TopicSource,
    private readonly next: Offsets,
    private readonly to: Deliver,
  ) {
    this.ended = this.read()
  }

  /** Leaves Kafka. */
  async stop(): Promise<void> {
    this.ending.abort()
    await this.ended
  }

  private async read(): Promise<void> {
    for (let attempt = 0; !this.ending.signal.aborted; attempt += 1) {
      const consumer = this.consumer()
      try {
        await this.run(consumer, () => (attempt = 0))
      } catch (error) {
        this.source.logger.warn({ err: error }, 'stream of facts interrupted, trying again')
      }
      await consumer.disconnect().catch((error: unknown) => this.source.logger.debug({ err: error }, 'reader had no connection to close'))
      await pause(backoff(attempt, 200, 5_000), this.ending.signal)
    }
  }

  /** Resolves when the reader is stopped, rejects when kafkajs gives up. */
  private async run(consumer: Consumer, joined: () => void): Promise<void> {
    const { next } = this
    const prefix = this.source.settings.topicPrefix
    const { signal } = this.ending
    let end: () => void = () => undefined
    const over = new Promise<Error | undefined>((resolve) => {
      end = () => resolve(undefined)
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error))
    })
    signal.addEventListener('abort', end)
    consumer.on(consumer.events.GROUP_JOIN, () => {
      joined()
      this.seek(consumer)
    })
    try {
      await consumer.connect()
      await consumer.subscribe({ topics: [...next.keys()].map((topic) => prefix + topic), fromBeginning: true })
      await consumer.run({ autoCommit: false, eachBatch: (payload) => this.deliver(payload) })
      const crash = await over
      if (crash) throw crash
    } finally {
      // The signal outlives this try by far, and would keep its consumer with it.
      signal.removeEventListener('abort', end)
    }
  }

  private seek(consumer: Consumer): void {
    const { next } = this
    const prefix = this.source.settings.topicPrefix
    for (const [topic, partitions] of next) {
      partitions.forEach((offset, partition) => consumer.seek({ topic: prefix + topic, partition, offset: String(offset) }))
    }
  }

  private async deliver({ batch, heartbeat }: EachBatchPayload): Promise<void> {
    const topic = batch.topic.slice(this.source.settings.topicPrefix.length)
    const next = this.next.get(topic)
    if (!next || this.ending.signal.aborted) return
    const { partition } = batch
    const records = batch.messages
      .map(({ offset, value }) => ({ offset: Number(offset), value }))
      .filter(({ offset }) => offset >= (next[partition] ?? 0))
      .map(({ offset, value }) => ({ topic, partition, offset, fact: factOf(topic, value) }))
    const last = records.at(-1)
    if (!last) return
    next[partition] = last.offset + 1
    await this.to(records, heartbeat)
  }

  private consumer(): Consumer {
    const { kafka, settings } = this.source
    return kafka.consumer({
      groupId: `${settings.topicPrefix}stream-${randomUUID()}`,
      allowAutoTopicCreation: false,
      maxWaitTimeInMs: 500,
      maxBytes: 2 * 1024 * 1024,
      // Restarts are ours: kafkajs makes some of its own and gives up on others.
      retry: { retries: 3, restartOnFailure: async () => false },
    })
  }
}

/** Reads a record's value. What is no CloudEvent is passed over by subscribers: the services' own consumers park it and raise the alarm. */
function factOf(topic: string, value: Buffer | null): StreamRecord['fact'] {
  const parsed = envelope.safeParse(jsonOf(value))
  if (!parsed.success) return undefined
  const { type, subject, sequence, time, data } = parsed.data
  return { topic, type, subject, sequence: Number(sequence), time, data: JSON.stringify(data) }
}

function jsonOf(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString() ?? '')
  } catch {
    return undefined
  }
}
