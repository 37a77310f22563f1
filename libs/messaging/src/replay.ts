import { randomUUID } from 'node:crypto'
import type { Admin, Consumer, Kafka } from 'kafkajs'
import type { Logger } from 'pino'
import { backoff, pause } from './backoff'
import { read } from './consumer/read'
import type { Reading } from './consumer/read'
import { connect } from './kafka'
import type { KafkaSettings } from './kafka'

const MOST_FAILURES = 12

/** What to read again. */
export interface ReplayOptions {
  kafka: KafkaSettings
  logger: Logger
  /** Without prefix. */
  topic: string
  /** Records that the broker got at this moment or later; without it, from the first. */
  from?: Date
  /** … and before this moment; without it, up to what is there when the replay starts. */
  to?: Date
  /** Only the facts of this aggregate. */
  key?: string
}

/**
 * Reads what a topic holds, once, and ends. Partition by partition in order; what cannot be read comes with its reason.
 * Leaves nothing behind in Kafka and disturbs no consumer.
 */
export async function replay(options: ReplayOptions, onRecord: (reading: Reading) => void | Promise<void>): Promise<void> {
  const client = connect(options.kafka, options.logger)
  const admin = client.admin()
  const groupId = `${options.kafka.topicPrefix}replay-${randomUUID()}`
  await admin.connect()
  try {
    const stretches = await stretchesOf(admin, options)
    if (stretches.size > 0) await readOnceGrouped(client, groupId, options, stretches, onRecord)
  } finally {
    await admin.deleteGroups([groupId]).catch(() => undefined)
    await admin.disconnect()
  }
}

/** Kafka's own word that the same may work later. */
function isRetriable(error: unknown): boolean {
  return error instanceof Error && 'retriable' in error && error.retriable === true
}

/** From the first offset to before the last, by partition. */
type Stretches = Map<number, { from: number; to: number }>

async function stretchesOf(admin: Admin, { kafka, topic, from, to }: ReplayOptions): Promise<Stretches> {
  const name = kafka.topicPrefix + topic
  const [bounds, starts, ends] = await Promise.all([
    admin.fetchTopicOffsets(name),
    from && admin.fetchTopicOffsetsByTimestamp(name, from.getTime()),
    to && admin.fetchTopicOffsetsByTimestamp(name, to.getTime()),
  ])
  const at = (places: typeof starts, partition: number, otherwise: string) =>
    Number(places?.find((place) => place.partition === partition)?.offset ?? otherwise)
  const all = bounds.map(({ partition, low, high }) => ({ partition, from: at(starts, partition, low), to: at(ends, partition, high) }))
  return new Map(all.filter((stretch) => stretch.from < stretch.to).map((stretch) => [stretch.partition, stretch]))
}

/** Reads with a consumer of its own; as long as no record came, a broker that is not yet ready for the group is asked again. */
async function readOnceGrouped(
  client: Kafka,
  groupId: string,
  options: ReplayOptions,
  stretches: Stretches,
  onRecord: (reading: Reading) => void | Promise<void>,
): Promise<void> {
  let begun = false
  for (let failures = 0; ; failures++) {
    const consumer = client.consumer({
      groupId,
      maxWaitTimeInMs: 250,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: async () => false },
    })
    try {
      return await readAll(consumer, options, stretches, (reading) => {
        begun = true
        return onRecord(reading)
      })
    } catch (error) {
      if (begun || failures === MOST_FAILURES || !isRetriable(error)) throw error
    } finally {
      await consumer.disconnect()
    }
    await pause(backoff(failures, 100, 2_000))
  }
}

async function readAll(
  consumer: Consumer,
  { kafka, topic, key }: ReplayOptions,
  stretches: Stretches,
  onRecord: (reading: Reading) => void | Promise<void>,
): Promise<void> {
  const name = kafka.topicPrefix + topic
  await consumer.connect()
  await consumer.subscribe({ topics: [name], fromBeginning: true })
  await new Promise<void>((resolve, reject) => {
    const take = async (partition: number, offset: number, value: Buffer | null): Promise<void> => {
      const stretch = stretches.get(partition)
      if (!stretch || offset < stretch.from) return
      if (offset < stretch.to) {
        const reading = read({ topic, partition, offset, value })
        if (!key || reading.key === `${topic}/${key}`) await onRecord(reading)
      }
      if (offset >= stretch.to - 1) stretches.delete(partition)
    }
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
    consumer
      .run({
        autoCommit: false,
        eachBatch: async ({ batch, heartbeat }) => {
          try {
            for (const { offset, value } of batch.messages) await take(batch.partition, Number(offset), value)
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)))
          }
          await heartbeat()
          if (stretches.size === 0) resolve()
        },
      })
      .then(() => {
        for (const [partition, { from }] of stretches) consumer.seek({ topic: name, partition, offset: String(from) })
      })
      .catch(reject)
  })
}
