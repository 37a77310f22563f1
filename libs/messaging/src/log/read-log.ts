import { randomUUID } from 'node:crypto'
import type { Consumer, IHeaders, Kafka } from 'kafkajs'
import type { Logger } from 'pino'
import type { RawRecord } from '../consumer/read'
import { connect } from '../client/kafka'
import type { KafkaSettings } from '../client/kafka'
import { whenReady } from './when-ready'

/** A record with all that Kafka keeps of it; `topic` is without the prefix of the installation. */
export interface LogRecord extends RawRecord {
  key: Buffer | null
  headers: IHeaders
  /** When the broker got it, milliseconds since the epoch. */
  timestamp: number
}

/** Offsets by partition. */
export type Places = ReadonlyMap<number, number>

/** What to read of which topic (without prefix): of each partition in `to`, from `from` (else from the first record) to before `to`. */
export interface Stretch {
  kafka: KafkaSettings
  logger: Logger
  topic: string
  from?: Places
  to: Places
}

type Take = (record: LogRecord) => void | Promise<void>

/**
 * Reads a stretch of a topic, once, and ends. Partition by partition in order. Leaves nothing behind in Kafka and disturbs no consumer.
 */
export async function readLog(stretch: Stretch, onRecord: Take): Promise<void> {
  const open = new Map([...stretch.to].filter(([partition, to]) => (stretch.from?.get(partition) ?? 0) < to))
  if (open.size === 0) return
  const client = connect(stretch.kafka, stretch.logger)
  const groupId = `${stretch.kafka.topicPrefix}replay-${randomUUID()}`
  try {
    await readGrouped(client, groupId, stretch, open, onRecord)
  } finally {
    const admin = client.admin()
    await admin
      .connect()
      .then(() => admin.deleteGroups([groupId]))
      .catch(() => undefined)
    await admin.disconnect()
  }
}

/** Reads with a consumer of its own; asked again only as long as no record came. */
async function readGrouped(client: Kafka, groupId: string, stretch: Stretch, open: Map<number, number>, onRecord: Take): Promise<void> {
  let begun = false
  const read = async () => {
    const consumer = client.consumer({
      groupId,
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: async () => false },
    })
    try {
      await readAll(consumer, stretch, open, (record) => {
        begun = true
        return onRecord(record)
      })
    } finally {
      await consumer.disconnect()
    }
  }
  await whenReady(read, () => !begun)
}

/** @param open up to where each partition is still to be read; empty at the end */
async function readAll(consumer: Consumer, { kafka, topic, from }: Stretch, open: Map<number, number>, onRecord: Take): Promise<void> {
  const name = kafka.topicPrefix + topic
  await consumer.connect()
  await consumer.subscribe({ topics: [name], fromBeginning: true })
  // A group that has to join again begins anew: what was given is not given twice.
  const next = new Map(from)
  await new Promise<void>((resolve, reject) => {
    const take = async (record: LogRecord): Promise<void> => {
      const to = open.get(record.partition)
      if (to === undefined || record.offset < (next.get(record.partition) ?? 0)) return
      if (record.offset < to) await onRecord(record)
      next.set(record.partition, record.offset + 1)
      if (record.offset >= to - 1) open.delete(record.partition)
    }
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
    consumer
      .run({
        autoCommit: false,
        eachBatch: async ({ batch: { partition, messages }, heartbeat }) => {
          try {
            for (const { offset, key, value, headers = {}, timestamp } of messages)
              await take({ topic, partition, offset: Number(offset), key, value, headers, timestamp: Number(timestamp) })
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)))
          }
          await heartbeat()
          if (open.size === 0) resolve()
        },
      })
      .then(() => {
        for (const partition of open.keys()) consumer.seek({ topic: name, partition, offset: String(from?.get(partition) ?? 0) })
      })
      .catch(reject)
  })
}
