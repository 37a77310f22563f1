import { existing, type AggregateDocument } from '@sizhang/messaging'
import type { mongo } from 'mongoose'

/** Inserts documents, in no order; gives the ids that were there before. */
export async function insertNew(
  collection: mongo.Collection<AggregateDocument>,
  documents: readonly AggregateDocument[],
): Promise<Set<string>> {
  try {
    await collection.insertMany(documents, { ordered: false })
    return new Set()
  } catch (error) {
    const there = existing(error)
    if (!there) throw error
    return new Set([...there].map((index) => documents[index]?._id ?? ''))
  }
}

/** Inserts documents one after the other, in one write where none was there before: none is ever there without those before it. Gives the ids that were. */
export async function insertInOrder(collection: mongo.Collection<AggregateDocument>, documents: AggregateDocument[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let from = 0; from < documents.length;) {
    const [place] = await collection.insertMany(documents.slice(from)).then(
      () => [],
      (error: unknown) => existing(error) ?? Promise.reject(error as Error),
    )
    if (place === undefined) return known
    known.add(documents[from + place]?._id ?? '')
    from += place + 1
  }
  return known
}

/** What a query finds, as many at a time as the database sends at once. */
export async function* heapsOf<Row>(cursor: mongo.FindCursor): AsyncGenerator<Row[]> {
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments() as Row[]
  } finally {
    await cursor.close()
  }
}
