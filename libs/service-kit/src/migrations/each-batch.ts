import mongoose, { type mongo } from 'mongoose'
import { updateOf, type Change } from './change'
import type { Progress } from './migration'

type Collection = mongo.Collection
type Found = mongo.WithId<mongo.Document>

const BATCH = 500
/** An older instance may write documents behind the position: they are looked for until there are none. */
const MOST_PASSES = 10
const WITHOUT_LOG = { log: 0 } as const

/**
 * Changes each document of a collection that has the old shape, in batches by `_id`, and stores the position behind each batch. Repeating a
 * batch is safe: what has the new shape already is not found again. What an older instance writes meanwhile is never overwritten: another pass
 * finds it. Several collections of one migration keep their positions apart.
 */
export async function eachBatch(collection: Collection, progress: Progress, change: Change): Promise<void> {
  const { collectionName } = collection
  for (let passes = 0; passes < MOST_PASSES; passes++) {
    await onePass(collection, progress, change)
    if (!(await collection.findOne(change.old, { projection: { _id: 1 } }))) return
    const { [collectionName]: _, ...others } = progress.from ?? {}
    await progress.reached(others, 0)
  }
  throw new Error(
    `${collectionName} holds documents of the old shape after ${MOST_PASSES} passes: either the change leaves them in it, or an older instance goes on writing them; stop that`,
  )
}

async function onePass(collection: Collection, progress: Progress, change: Change): Promise<void> {
  for (;;) {
    const after = progress.from?.[collection.collectionName]
    const behind: mongo.Document = after === undefined ? {} : { _id: { $gt: after } }
    const batch = await read(collection, { $and: [behind, change.old] })
    const last = batch.at(-1)
    if (!last) return
    const updates = batch.map((document) => ({ updateOne: updateOf(document, change) }))
    await progress.mayWrite()
    const changed = await write(collection, updates, batch)
    await progress.reached({ ...progress.from, [collection.collectionName]: last._id }, changed)
  }
}

function read(collection: Collection, filter: mongo.Filter<mongo.Document>): Promise<Found[]> {
  return collection.find(filter, { projection: WITHOUT_LOG, sort: { _id: 1 }, hint: { _id: 1 }, limit: BATCH }).toArray()
}

async function write(collection: Collection, updates: mongo.AnyBulkWriteOperation[], documents: Found[]): Promise<number> {
  const written = collection.bulkWrite(updates, { ordered: false })
  return (await written.catch((error: unknown) => Promise.reject(withoutValues(error, collection, documents)))).matchedCount
}

/** The database's own error would carry what was to be written into the log, be it a phone number. */
function withoutValues(error: unknown, { collectionName }: Collection, documents: Found[]): unknown {
  const [first] = error instanceof mongoose.mongo.MongoBulkWriteError ? [error.writeErrors].flat() : []
  return first
    ? new Error(`MongoDB refuses the new shape of ${collectionName}/${String(documents[first.index]?._id)}: error ${first.code}`)
    : error
}
