import type { mongo } from 'mongoose'
import { pause } from '../backoff'
import type { RawRecord } from '../consumer/read'
import { givenAgainIn, type GivenAgain } from './documents'

const LOOK_EVERY_MS = 50

/** Gives the facts of aggregates again to a service's read models; a running instance applies them. */
export class Giver {
  constructor(private readonly db: mongo.Db) {}

  /**
   * Gives some aggregates' facts, by `<topic>/<id>`, and waits for what comes of each. Undefined when no instance has taken any of them up
   * in so many milliseconds: then nothing is left of it.
   */
  async give(aggregates: ReadonlyMap<string, RawRecord[]>, withinMs: number): Promise<Map<string, GivenAgain> | undefined> {
    const ids = [...aggregates.keys()]
    const given = givenAgainIn(this.db)
    const updates = [...aggregates].map(([_id, records]) => ({
      replaceOne: { filter: { _id }, replacement: { records }, upsert: true },
    }))
    await given.bulkWrite(updates, { ordered: false })
    const outcomes = new Map<string, GivenAgain>()
    try {
      for (let heardAt = Date.now(); outcomes.size < ids.length; await pause(LOOK_EVERY_MS)) {
        const done = await given.find({ _id: { $in: ids }, outcome: { $exists: true } }, { projection: { outcome: 1 } }).toArray()
        if (done.length > outcomes.size) heardAt = Date.now()
        for (const { _id, outcome } of done) if (outcome) outcomes.set(_id, outcome)
        if (Date.now() - heardAt > withinMs) return undefined
      }
      return outcomes
    } finally {
      await given.deleteMany({ _id: { $in: ids } })
    }
  }
}
