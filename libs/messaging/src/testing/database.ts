import { engines, type FreshNames } from '@sizhang/testing'
import mongoose, { type mongo } from 'mongoose'

/** A database of its own for a test file. */
export async function openDatabase(names: FreshNames, service: string): Promise<{ db: mongo.Db; close(): Promise<void> }> {
  const connection = await mongoose.createConnection(engines().mongoUri, { dbName: names.databasePrefix + service }).asPromise()
  if (!connection.db) throw new Error('connected without a database')
  return { db: connection.db, close: () => connection.close() }
}
