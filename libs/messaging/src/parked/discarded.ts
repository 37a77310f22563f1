import type { mongo } from 'mongoose'
import { placeOf, rawOf, type RawRecord } from '../consumer/read'
import type { ParkedDocument } from './documents'

/**
 * Collection `parked_discarded`: the records that operators gave up, byte for byte, by place in the log. It belongs to no generation of the
 * read models, so it stays when they are made anew.
 */
export interface DiscardedDocument extends RawRecord {
  _id: string
  /** The aggregate that it had stopped. */
  key: string
  /** Why it had been parked. */
  reason: string
  /** Why the operator gave it up. */
  because: string
  at: Date
}

/** Name of the collection. */
export const PARKED_DISCARDED = 'parked_discarded'

/** The collection in the database of a service. */
export function discardedIn(db: mongo.Db): mongo.Collection<DiscardedDocument> {
  return db.collection<DiscardedDocument>(PARKED_DISCARDED)
}

/** Keeps what is being given up. May be repeated after a crash. */
export async function keepDiscarded(db: mongo.Db, parked: ParkedDocument, because: string): Promise<void> {
  const { _id: key, reason } = parked
  const kept = { ...rawOf(parked), key, reason, because, at: new Date() }
  await discardedIn(db).updateOne({ _id: placeOf(parked) }, { $set: kept }, { upsert: true })
}
