import type { mongo } from 'mongoose'
import { eachBatch } from './each-batch'
import type { Progress } from './migration'

/** Gives each document of a collection the beginnings by which it is found, in the place of the words of releases before. */
export function giveBeginnings<State>(
  collection: mongo.Collection,
  progress: Progress,
  beginningsOf: (state: State) => string[],
): Promise<void> {
  return eachBatch(collection, progress, {
    old: { beginnings: { $exists: false } },
    fields: (document) => ({ beginnings: beginningsOf(document as State), search: undefined }),
  })
}
