import type { mongo } from 'mongoose'
import { DURABLE } from '../durable'
import { existing, isObject, writeErrors } from '../existing'
import type { Collections } from '../generation/names'
import { groupBy } from './group-by'
import type { Update } from './fold'

interface Document {
  _id: string
  seq?: number
}

/**
 * Writes folded updates, one bulk a collection and round. Each is gated by the sequence that the document already shows, so that
 * a repeated, a late and a concurrent delivery change nothing.
 */
export async function write(db: Collections, rounds: readonly Update[][]): Promise<void> {
  for (const [round, updates] of rounds.entries()) {
    const collections = groupBy(updates, ({ into }) => into)
    // In a later round the document may show the same sequence already: half of that fact stands in the round before.
    const gate = round === 0 ? '$gte' : '$gt'
    await Promise.all([...collections].map(([into, all]) => writeAll(db.collection(into), all, gate)))
  }
}

async function writeAll(
  collection: mongo.Collection<Document>,
  updates: readonly Update[],
  gate: '$gte' | '$gt',
  upsert = true,
): Promise<void> {
  try {
    await collection.bulkWrite(
      updates.map((update) => operation(update, gate, upsert)),
      // Before the positions: a database that is killed in between and comes back would take them, and have lost these.
      { ordered: false, writeConcern: DURABLE },
    )
  } catch (error) {
    const met = upsert && existing(error)
    if (!met) throw error
    // The document is there: it is as far already, or somebody made it a moment ago and it is not. The gate alone tells them apart.
    await writeAll(
      collection,
      updates.filter((_, index) => met.has(index)),
      gate,
      false,
    )
  }
}

/** A document that will hardly be there is inserted, which costs MongoDB a third of an upsert; where it is there, the gate decides. */
function operation(update: Update, gate: '$gte' | '$gt', upsert: boolean): mongo.AnyBulkWriteOperation<Document> {
  const { id, seq, first, set, unset } = update
  const $set = { ...Object.fromEntries(set), seq }
  if (upsert && first && gate === '$gte' && isWhole(update)) return { insertOne: { document: { _id: id, ...$set } } }
  const $unset = Object.fromEntries([...unset].map((path): [string, ''] => [path, '']))
  const changes = unset.size > 0 ? { $set, $unset } : { $set }
  return { updateOne: { filter: { _id: id, seq: { $not: { [gate]: seq } } }, update: changes, upsert } }
}

/** Whether it says all of a document, and no path into it. */
function isWhole({ set, unset }: Update): boolean {
  return unset.size === 0 && ![...set.keys()].some((path) => path.includes('.') || path.startsWith('$'))
}

/** What MongoDB will refuse however often it is asked: bad paths and values, a document too large, another document's unique key. */
const REFUSALS = new Set([2, 9, 14, 28, 40, 52, 54, 56, 57, 66, 121, 10334, 11000, 16755, 17280, 17419])
const REFUSED_BY_THE_DRIVER = new Set(['BSONError', 'BSONVersionError', 'MongoInvalidArgumentError', 'TypeError', 'RangeError'])

/** Whether a failed write can never succeed. All else (the database is away, a fail-over) passes and is tried again. */
export function isRefusal(error: unknown): boolean {
  const errors = writeErrors(error)
  if (errors.length > 0) return errors.some(({ code }) => REFUSALS.has(Number(code)))
  if (!isObject(error)) return false
  return ('name' in error && REFUSED_BY_THE_DRIVER.has(String(error.name))) || ('code' in error && REFUSALS.has(Number(error.code)))
}
