import { Problem } from '@sizhang/engines'
import type { KafkaAsked } from '@sizhang/messaging'
import mongoose, { type Connection } from 'mongoose'
import pino from 'pino'
import { type Databases, databasesOf } from '../exact/databases'
import type { OpsSettings } from './settings'

/** An installation whose database answers. */
export interface Installation {
  settings: OpsSettings
  asked: KafkaAsked
  client: Connection
  /** By service. */
  databases: Databases
}

const ANSWERS_WITHIN_MS = 5_000

/** How the installation's Kafka is asked; kafkajs' own remarks are left out. */
export function kafkaOf({ kafka }: OpsSettings): KafkaAsked {
  return { kafka, logger: pino({ level: 'silent' }) }
}

/** Works on an installation, and closes its connections. */
export async function onInstallation<Answer>(
  settings: OpsSettings,
  work: (installation: Installation) => Promise<Answer>,
): Promise<Answer> {
  const client = mongoose.createConnection(settings.mongoUri, { serverSelectionTimeoutMS: ANSWERS_WITHIN_MS })
  try {
    await client.asPromise().catch(() => {
      throw new Problem('MongoDB 没有应答。请检查 MONGODB_URI。', 'MongoDB does not answer: see MONGODB_URI.')
    })
    return await work({ settings, asked: kafkaOf(settings), client, databases: databasesOf(client, settings.databasePrefix) })
  } finally {
    await client.close()
  }
}
