import type { mongo } from 'mongoose'

/** How the documents of one collection come from an old shape into a new one. */
export interface Change {
  /** The old shape, as a filter of the database. No document that was changed may still match it. */
  old: mongo.Filter<mongo.Document>
  /**
   * From a document as it is, without its `log`, to the fields as they are to be; `undefined` takes a field away. Pure: it may be called
   * again. `_id`, `version` and `log` are not its to give.
   */
  fields(document: mongo.Document): Record<string, unknown>
}

/** Fields by which the service itself keeps documents in order. */
const KEPT = ['_id', 'version', 'log']

/**
 * The one update that takes a document from the old shape to the new, and does nothing when anybody wrote it since it was read. For an
 * aggregate it is a compare-and-set on `version` like any command's, so that a command that read the old shape decides again instead of
 * putting it back; `log` stays as it is. A document without a version is compared whole.
 */
export function updateOf(document: mongo.Document, { old, fields }: Change): Pick<mongo.UpdateOneModel, 'filter' | 'update'> {
  const given = Object.entries(fields(document))
  const kept = given.find(([field]) => KEPT.includes(field.split('.')[0] ?? field))
  if (kept) throw new Error(`a migration changes no ${kept[0]}: that is the service's own`)
  const versioned = typeof document['version'] === 'number'
  const { _id, version, log: _, ...rest } = document
  const asRead = versioned ? [{ version }] : Object.entries(rest).map(([field, value]) => ({ [field]: { $eq: value } }))
  return {
    filter: { $and: [{ _id }, ...asRead, old] },
    update: {
      $set: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
      $unset: Object.fromEntries(given.filter(([, value]) => value === undefined).map(([field]) => [field, ''])),
      ...(versioned ? { $inc: { version: 1 } } : {}),
    },
  }
}
