import mongoose, { type mongo } from 'mongoose'

/** A connection to one database, for as long as a test needs it. */
export interface OpenDatabase {
  db: mongo.Db
  close(): Promise<void>
}

/** Opens a database of the tests; what cannot be reached fails within a second. */
export async function openDatabase(uri: string, dbName: string): Promise<OpenDatabase> {
  const connection = await mongoose.createConnection(uri, { dbName, serverSelectionTimeoutMS: 1_000, monitorCommands: true }).asPromise()
  if (!connection.db) throw new Error('connected without a database')
  return { db: connection.db, close: () => connection.close() }
}
