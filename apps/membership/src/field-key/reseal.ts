import type { mongo } from 'mongoose'
import { isNamed, notNamed, opened, seal, type FieldKeys } from '../credentials/sealing'
import type { SealedPlaces } from './sealed-places'

type Record = mongo.Document & { _id: string }
type Update = mongo.AnyBulkWriteOperation<Record>

const AT_ONCE = 500

/** How many records of a collection hold something that `FIELD_KEY` is not known to have sealed. */
export function countLeft(database: mongo.Db, places: SealedPlaces, keys: FieldKeys): Promise<number> {
  return database.collection(places.collection).countDocuments({ $or: left(places, keys) })
}

/**
 * Seals by `FIELD_KEY` what another key sealed, in batches by `_id`. What is done is not found again, so it may end anywhere and begin anew. A
 * value is written only where it still stands as it was read: what anybody wrote meanwhile stays, and is another pass's where it needs one.
 * Neither version nor log of a record changes, as nothing does that anybody can read.
 * @param mayWrite asked right before each batch is written; false: nothing more may be
 * @returns where something stands that none of the keys opens, which stays as it is: `persons/<id> phone.sealed`
 */
export async function reseal(
  database: mongo.Db,
  places: SealedPlaces,
  keys: FieldKeys,
  mayWrite: () => Promise<boolean>,
): Promise<string[]> {
  const records = database.collection<Record>(places.collection)
  const unopened: string[] = []
  for (let after = ''; ;) {
    const filter = { _id: { $gt: after }, $or: left(places, keys) } as mongo.Filter<Record>
    const batch = (await records.find(filter, { projection: { log: 0 }, sort: { _id: 1 }, limit: AT_ONCE }).toArray()) as Record[]
    const last = batch.at(-1)
    if (!last) return unopened
    const { updates, without } = sealedAnew(batch, places, keys)
    unopened.push(...without)
    if (!(await mayWrite())) return unopened
    if (updates.length > 0) await records.bulkWrite(updates, { ordered: false })
    after = last._id
  }
}

/** An update for each value that is to be sealed anew, and where those stand that open with no key. */
function sealedAnew(batch: readonly Record[], { collection, boundTo }: SealedPlaces, keys: FieldKeys) {
  const updates: Update[] = []
  const without: string[] = []
  for (const record of batch)
    for (const [path, bound] of Object.entries(boundTo)) {
      const sealed = valueAt(record, path)
      if (typeof sealed !== 'string' || isNamed(keys, sealed)) continue
      const text = opened(keys, bound(record._id), sealed)
      if (text === undefined) without.push(`${collection}/${record._id} ${path}`)
      else updates.push(updateOf(record._id, path, sealed, seal(keys, bound(record._id), text)))
    }
  return { updates, without }
}

function updateOf(_id: string, path: string, before: string, after: string): Update {
  return {
    updateOne: {
      filter: { _id, [path]: before } as mongo.Filter<Record>,
      update: { $set: { [path]: after } } as mongo.UpdateFilter<Record>,
    },
  }
}

function left({ boundTo }: SealedPlaces, keys: FieldKeys): mongo.Filter<mongo.Document>[] {
  return Object.keys(boundTo).map((path) => ({ [path]: notNamed(keys) }))
}

function valueAt(record: mongo.Document, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as mongo.Document | undefined | null)?.[name], record)
}
