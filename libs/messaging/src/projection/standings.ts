import type { Collections } from '../generation/names'

/** How aggregates stand: the last sequence that was applied of each that was met, and which stand aside. */
export interface Standings {
  applied: ReadonlyMap<string, number>
  parked: ReadonlySet<string>
}

interface Row {
  _id: string
  seq?: number
  isParked?: true
}

/**
 * How aggregates stand, by key, in one trip to the database. Of what is durable only: on another instance's word that its server may still
 * lose, a record would be dropped as known.
 */
export async function standingsOf(db: Collections, keys: readonly string[]): Promise<Standings> {
  if (keys.length === 0) return { applied: new Map(), parked: new Set() }
  const these = { $match: { _id: { $in: keys } } }
  const asParked = [these, { $project: { isParked: { $literal: true } } }]
  const rows = await db
    .collection('positions')
    .aggregate<Row>([these, { $unionWith: { coll: db.collection('parked').collectionName, pipeline: asParked } }], {
      readConcern: 'majority',
      batchSize: 2 * keys.length + 1,
    })
    .toArray()
  const [parked, met] = [rows.filter(({ isParked }) => isParked), rows.filter(({ isParked }) => !isParked)]
  return { applied: new Map(met.map(({ _id, seq = 0 }) => [_id, seq])), parked: new Set(parked.map(({ _id }) => _id)) }
}
