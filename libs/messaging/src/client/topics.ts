import { PARTITIONS, topics as declared } from '@sizhang/contracts'
import type { Logger } from 'pino'
import { backoff, pause } from '../backoff'
import { connect } from './kafka'
import type { KafkaSettings } from './kafka'
import { whenReady } from '../log/when-ready'

/** What `ensureTopics` needs; without `topics` it is all that the contracts declare. */
export interface TopicsOptions {
  kafka: KafkaSettings
  logger: Logger
  topics?: readonly string[]
  /** Whose time a record bears: the broker's, unless records are put in that bear another broker's. */
  stamps?: Stamps
  /** Ends the wait for Kafka. */
  signal?: AbortSignal
}

type Stamps = 'LogAppendTime' | 'CreateTime'

/** Facts are kept for ever, in the order in which the broker got them. */
export function topicConfig(stamps: Stamps): { name: string; value: string }[] {
  return [
    { name: 'retention.ms', value: '-1' },
    { name: 'retention.bytes', value: '-1' },
    { name: 'cleanup.policy', value: 'delete' },
    { name: 'message.timestamp.type', value: stamps },
  ]
}

/**
 * Creates the topics that are missing, with 12 partitions. Waits for Kafka as long as it is away, with a back-off of at most 5 s.
 * A topic with another number of partitions is left as it is and named in the log: its events would change places.
 */
export async function ensureTopics(options: TopicsOptions): Promise<void> {
  for (let failures = 0; !options.signal?.aborted; failures++) {
    try {
      return await createTopics(options)
    } catch (error) {
      options.logger.warn({ err: error, failures }, 'topics wait for Kafka')
      await pause(backoff(failures, 200, 5_000), options.signal)
    }
  }
}

/** Creates the topics that are missing, or throws when Kafka does not answer. */
export async function createTopics({ kafka, logger, topics = declared, stamps = 'LogAppendTime' }: TopicsOptions): Promise<void> {
  const admin = connect(kafka, logger).admin()
  await admin.connect()
  try {
    const names = topics.map((topic) => kafka.topicPrefix + topic)
    const existing = new Set(await admin.listTopics())
    const missing = names.filter((name) => !existing.has(name))
    if (missing.length > 0) {
      await admin.createTopics({
        topics: missing.map((topic) => ({ topic, numPartitions: PARTITIONS, configEntries: topicConfig(stamps) })),
        waitForLeaders: false,
      })
      logger.info({ topics: missing }, 'topics created')
    }
    // A topic that was just created is unknown for a moment, then without leaders; on a busy broker that takes seconds.
    const described = await whenReady(() => admin.fetchTopicMetadata({ topics: names }))
    for (const { name, partitions } of described.topics)
      if (partitions.length !== PARTITIONS)
        logger.error({ topic: name, partitions: partitions.length }, `a topic must have ${PARTITIONS} partitions`)
  } finally {
    await admin.disconnect()
  }
}
