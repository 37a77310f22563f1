import type { Logger } from 'pino'
import { read } from '../consumer/read'
import type { Reading } from '../consumer/read'
import { connect } from '../client/kafka'
import type { KafkaSettings } from '../client/kafka'
import { readLog } from './read-log'
import type { Stretch } from './read-log'
import { whenReady } from './when-ready'

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

/** Reads what a topic holds, once, and ends. Partition by partition in order; what cannot be read comes with its reason. */
export async function replay(options: ReplayOptions, onRecord: (reading: Reading) => void | Promise<void>): Promise<void> {
  const { topic, key } = options
  await readLog(await stretchOf(options), ({ partition, offset, value }) => {
    const reading = read({ topic, partition, offset, value })
    if (!key || reading.key === `${topic}/${key}`) return onRecord(reading)
  })
}

async function stretchOf({ kafka, logger, topic, from, to }: ReplayOptions): Promise<Stretch> {
  const name = kafka.topicPrefix + topic
  const admin = connect(kafka, logger).admin()
  await admin.connect()
  try {
    // A topic that was made a moment ago is known before all its partitions are led.
    const [bounds, starts, ends] = await whenReady(() =>
      Promise.all([
        admin.fetchTopicOffsets(name),
        from && admin.fetchTopicOffsetsByTimestamp(name, from.getTime()),
        to && admin.fetchTopicOffsetsByTimestamp(name, to.getTime()),
      ]),
    )
    const at = (places: typeof starts, partition: number, otherwise: string) =>
      Number(places?.find((place) => place.partition === partition)?.offset ?? otherwise)
    return {
      kafka,
      logger,
      topic,
      from: new Map(bounds.map(({ partition, low }) => [partition, at(starts, partition, low)])),
      to: new Map(bounds.map(({ partition, high }) => [partition, at(ends, partition, high)])),
    }
  } finally {
    await admin.disconnect()
  }
}
