import { engines, type FreshNames } from '@sizhang/testing'
import mongoose, { type mongo } from 'mongoose'

/** A database of its own for a test file; `uri` for a line to MongoDB that the test can cut. */
export async function openDatabase(
  names: FreshNames,
  service: string,
  uri = engines().mongoUri,
): Promise<{ db: mongo.Db; close(): Promise<void> }> {
  const options = { dbName: names.databasePrefix + service, serverSelectionTimeoutMS: 1_000 }
  const connection = await mongoose.createConnection(uri, options).asPromise()
  if (!connection.db) throw new Error('connected without a database')
  return { db: connection.db, close: () => connection.close() }
}
