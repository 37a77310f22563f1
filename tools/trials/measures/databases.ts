import mongoose from 'mongoose'
import { type Databases, databasesOf } from '../../exact/databases'
import type { Rig } from '../rig/rig'

/** Looks into the databases of a rig's services, over a connection of its own. */
export async function inDatabases<Found>({ settings }: Rig, look: (databases: Databases) => Promise<Found>): Promise<Found> {
  const client = await mongoose.createConnection(settings.mongoUri).asPromise()
  try {
    return await look(databasesOf(client, settings.databasePrefix ?? ''))
  } finally {
    await client.close()
  }
}
