import type { mongo } from 'mongoose'
import type { PartitionPosition } from '../consumer/positions'
import { DURABLE } from '../durable'

/**
 * How far a rebuild is: nothing but the live generation; another is built or brought up to date beside it; every instance holds; both are
 * brought to one place of the log; the other is live and every instance still holds.
 */
export type Step = 'alone' | 'building' | 'holding' | 'levelling' | 'swapped'

/** Which generations of its read models a service has. One document in its database, which every instance follows. */
export interface ReadModelState {
  /** Raised with each change. */
  revision: number
  step: Step
  /** The generation that is read. */
  live: number
  /** The one that was read before, as it was then. */
  former: number | null
  /** The one that is being built, or brought up to date. */
  beside: number | null
  /** The highest number that was ever given: none is given twice, so what an instance that was frozen still writes disturbs nobody. */
  latest: number
  /** Up to where both generations are to be applied before the swap. */
  cut: PartitionPosition[]
  /** When the one beside was begun. */
  begunAt: Date | null
  /** The plain names of the read models, as the service said them last. */
  collections: string[]
}

/** What an instance has taken up; it says so several times a second while something is under way. */
interface InstanceDocument {
  _id: string
  revision: number
  collections: string[]
  /** The topics (without prefix) that it follows. */
  topics: string[]
  /** Partitions (`<topic>@<partition>`) of which Kafka holds another log than the live generation has applied. */
  otherLogs: string[]
  /** By the database's clock. */
  at: Date
}

/** What a running instance says. */
export type InstanceSaid = Pick<InstanceDocument, 'revision' | 'collections' | 'topics' | 'otherLogs'>

const ID = 'state'
/** An instance that said nothing for so long counts as gone. */
const HEARD_WITHIN_MS = 5_000
const NEW: ReadModelState = {
  revision: 0,
  step: 'alone',
  live: 0,
  former: null,
  beside: null,
  latest: 0,
  cut: [],
  begunAt: null,
  collections: [],
}

/** Names of the collections in which this is kept. */
export const SUCCESSION_COLLECTIONS: readonly string[] = ['read_models', 'read_model_instances']

/** How the read models of a service stand. */
export async function readModelState(db: mongo.Db): Promise<ReadModelState> {
  const { _id, ...state } = (await states(db).findOne({ _id: ID })) ?? { ...NEW, _id: ID }
  return state
}

/** Changes the state unless somebody else did so since it was read: then undefined. */
export async function changeState(
  db: mongo.Db,
  before: ReadModelState,
  change: Partial<ReadModelState>,
): Promise<ReadModelState | undefined> {
  const after = { ...before, ...change, revision: before.revision + 1 }
  const filter = { _id: ID, revision: before.revision }
  if (before.revision > 0) {
    const { matchedCount } = await states(db).replaceOne(filter, after, { writeConcern: DURABLE })
    return matchedCount > 0 ? after : undefined
  }
  try {
    await states(db).insertOne({ _id: ID, ...after }, { writeConcern: DURABLE })
    return after
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 11_000) return undefined
    throw error
  }
}

/** Says what an instance has taken up. */
export async function sayInstance(db: mongo.Db, id: string, said: InstanceSaid): Promise<void> {
  await instances(db).updateOne({ _id: id }, { $set: said, $currentDate: { at: true } }, { upsert: true })
}

/** Takes back what instances said: one that ends, or all of them when nothing is under way any more. */
export async function forgetInstances(db: mongo.Db, id?: string): Promise<void> {
  await instances(db).deleteMany(id === undefined ? {} : { _id: id })
}

/** What the instances that run say. */
export async function instancesHeard(db: mongo.Db): Promise<InstanceSaid[]> {
  const heard = { $gt: ['$at', { $subtract: ['$$NOW', HEARD_WITHIN_MS] }] }
  return instances(db).find({ $expr: heard }).toArray()
}

function states(db: mongo.Db): mongo.Collection<ReadModelState & { _id: string }> {
  return db.collection('read_models')
}

function instances(db: mongo.Db): mongo.Collection<InstanceDocument> {
  return db.collection('read_model_instances')
}
