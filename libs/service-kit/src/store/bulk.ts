import { existing, type AggregateDocument } from '@sizhang/messaging'
import type { mongo } from 'mongoose'

/** Inserts documents, in no order; gives the ids that were there before. */
export async function insertNew(collection: mongo.Collection<AggregateDocument>, documents: AggregateDocument[]): Promise<Set<string>> {
  try {
    await collection.insertMany(documents, { ordered: false })
    return new Set()
  } catch (error) {
    const there = existing(error)
    if (!there) throw error
    return new Set([...there].map((index) => documents[index]?._id ?? ''))
  }
}

/** What a query finds, as many at a time as the database sends at once. */
export async function* heapsOf<Row>(cursor: mongo.FindCursor): AsyncGenerator<Row[]> {
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as Row[]
  } finally {
    await cursor.close()
  }
}
