import pino from 'pino'
import type { KafkaSettings, Reading } from '../index'
import { replay } from '../index'
import { connect } from '../client/kafka'
import { createTopics } from '../client/topics'
import { UNITS } from './facts'
import { until } from './until'

export const quiet = pino({ level: 'silent' })

/** The Kafka of the tests under the names of one test file. */
export function settingsFor(topicPrefix: string, broker: string): KafkaSettings {
  return { brokers: [broker], topicPrefix, clientId: 'messaging-test' }
}

/** All that stands in the topic of units, in order by partition. */
export async function inLog(kafka: KafkaSettings, key?: string): Promise<Reading[]> {
  const found: Reading[] = []
  await replay({ kafka, logger: quiet, topic: UNITS, ...(key && { key }) }, (reading) => void found.push(reading))
  return found
}

/** Puts records into the topic of units as they are, good or bad, each once. */
export async function put(kafka: KafkaSettings, records: { key: string; value: string | Buffer | null }[]): Promise<void> {
  await createTopics({ kafka, logger: quiet, topics: [UNITS] })
  await whenLed(kafka)
  const producer = connect(kafka, quiet).producer({ allowAutoTopicCreation: false, retry: { retries: 12 } })
  await producer.connect()
  await producer.send({ topic: kafka.topicPrefix + UNITS, messages: records })
  await producer.disconnect()
}

/** Takes the topic of units away with all that it holds; `put` makes it anew. */
export async function loseTopic(kafka: KafkaSettings): Promise<void> {
  const admin = connect(kafka, quiet).admin()
  await admin.connect()
  await admin.deleteTopics({ topics: [kafka.topicPrefix + UNITS] })
  await until(async () => !(await admin.listTopics()).includes(kafka.topicPrefix + UNITS))
  await admin.disconnect()
}

/** A batch that meets a partition without a leader is sent again whole, and some of it is there twice. */
async function whenLed(kafka: KafkaSettings): Promise<void> {
  const admin = connect(kafka, quiet).admin()
  await admin.connect()
  await until(() =>
    admin.fetchTopicOffsets(kafka.topicPrefix + UNITS).then(
      () => true,
      () => false,
    ),
  )
  await admin.disconnect()
}
