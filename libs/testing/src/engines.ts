import { randomBytes } from 'node:crypto'
import { dropDatabases, dropTopics } from '@sizhang/engines'

/** The engines that the tests run on: real Kafka, real MongoDB, started beforehand. */
export function engines(): { brokers: string; mongoUri: string } {
  const { KAFKA_BROKERS: brokers, MONGODB_URI: mongoUri } = process.env
  if (brokers && mongoUri) return { brokers, mongoUri }
  throw new Error(
    'This test needs Kafka and MongoDB. Run it by `npm test -- <file>`, or run `npm run engines -- up` and set KAFKA_BROKERS and MONGODB_URI as it prints them.',
  )
}

export interface FreshNames {
  /** Goes before each database's name. */
  databasePrefix: string
  /** Goes before each topic's and consumer group's name. */
  topicPrefix: string
  /** Drops the databases and topics named so. */
  drop: () => Promise<void>
}

/** Names that no other test uses, so that test files share the engines without meeting. */
export function freshNames(): FreshNames {
  const id = `t${randomBytes(5).toString('hex')}`
  const names = { databasePrefix: `${id}_`, topicPrefix: `${id}.` }
  return { ...names, drop: () => dropNames(names) }
}

async function dropNames({ databasePrefix, topicPrefix }: Omit<FreshNames, 'drop'>): Promise<void> {
  const { brokers, mongoUri } = engines()
  await Promise.all([dropDatabases(mongoUri, databasePrefix), dropTopics(brokers, topicPrefix)])
}
