import mongoose from 'mongoose'
import { Rejected } from '../rules'
import type { StoreOptions } from './store-parts'

/** The refusal of the second who takes a unique business key; any other error as it is. */
export function refusalOfDuplicate(error: unknown, unique: NonNullable<StoreOptions['unique']>): unknown {
  const taken = Object.entries(unique).find(([index]) => isDuplicate(error, index))
  return taken ? new Rejected(taken[1].code, { field: taken[1].field }) : error
}

/** Whether the database refused a document for a key that is taken in an index. */
export function isDuplicate(error: unknown, index: string): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000 && error.message.includes(`index: ${index} `)
}
