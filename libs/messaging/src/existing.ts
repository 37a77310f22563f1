import mongoose, { type mongo } from 'mongoose'

/** The places in the bulk whose document existed, or undefined when anything else went wrong too: also when the rest is not yet durable. */
export function existing(error: unknown): Set<number> | undefined {
  if (!(error instanceof mongoose.mongo.MongoBulkWriteError) || error.result.getWriteConcernError()) return undefined
  const errors = writeErrors(error)
  const all = errors.length > 0 && errors.every(({ code, errmsg }) => code === 11000 && errmsg?.includes(' index: _id_ '))
  return all ? new Set(errors.map(({ index }) => index)) : undefined
}

/** What MongoDB said of single writes. */
export function writeErrors(error: unknown): mongo.WriteError[] {
  return isObject(error) && 'writeErrors' in error ? [error.writeErrors as mongo.MongoBulkWriteError['writeErrors']].flat() : []
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
