import type { mongo } from 'mongoose'
import type { RawRecord } from '../consumer/read'

/** What came of giving an aggregate's facts again. */
export type GivenAgain = { applied: true } | { applied: false; reason: string }

/** Collection `given_again`: an aggregate whose facts an operator gives again; a running instance takes it up and adds what came of it. */
export interface AgainDocument {
  _id: string
  /** In the order of the log. */
  records: RawRecord[]
  outcome?: GivenAgain
}

/** Name of the collection. */
export const GIVEN_AGAIN = 'given_again'

/** The collection in the database of a service. */
export function givenAgainIn(db: mongo.Db): mongo.Collection<AgainDocument> {
  return db.collection<AgainDocument>(GIVEN_AGAIN)
}
