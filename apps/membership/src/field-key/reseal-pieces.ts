import type { mongo } from 'mongoose'
import { notSealedBy, openedBytes, sealBytes, type FieldKeys } from '../credentials/sealing'
import { PAPER_PIECES, type Piece } from '../paper-files/pieces.store'

/** So many are held at once: some megabytes. */
const AT_ONCE = 16

/** How many pieces of papers `FIELD_KEY` has not sealed. */
export function countPiecesLeft(database: mongo.Db, keys: FieldKeys): Promise<number> {
  return database.collection<Piece>(PAPER_PIECES).countDocuments({ key: notSealedBy(keys) })
}

/**
 * Seals by `FIELD_KEY` the pieces of papers that another key sealed, as `reseal` does fields. A piece is never changed by anything else; one that was
 * deleted meanwhile is not made anew.
 * @param mayWrite asked right before each batch is written; false: nothing more may be
 * @returns where a piece lies that none of the keys opens, which stays as it is
 */
export async function resealPieces(database: mongo.Db, keys: FieldKeys, mayWrite: () => Promise<boolean>): Promise<string[]> {
  const pieces = database.collection<Piece>(PAPER_PIECES)
  const unopened: string[] = []
  for (let after = ''; ;) {
    const filter = { _id: { $gt: after }, key: notSealedBy(keys) }
    const batch = await pieces.find(filter, { sort: { _id: 1 }, limit: AT_ONCE, promoteBuffers: true }).toArray()
    const last = batch.at(-1)
    if (!last) return unopened
    const updates = batch.flatMap(({ _id, key, sealed }) => {
      const bytes = openedBytes(keys, _id, sealed)
      if (!bytes) unopened.push(`${PAPER_PIECES}/${_id}`)
      return bytes ? [{ updateOne: { filter: { _id, key }, update: { $set: sealBytes(keys, _id, bytes) } } }] : []
    })
    if (!(await mayWrite())) return unopened
    if (updates.length > 0) await pieces.bulkWrite(updates, { ordered: false })
    after = last._id
  }
}
