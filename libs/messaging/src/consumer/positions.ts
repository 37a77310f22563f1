import type { mongo } from 'mongoose'
import { pause } from '../backoff'
import { DURABLE } from '../durable'
import { existing } from '../existing'
import type { Collections } from '../generation/names'

/** A place in the sequence of an aggregate: what a writer got back, and what a reader may want to see applied. */
export interface Mark {
  /** Without prefix. */
  topic: string
  id: string
  seq: number
}

/** Up to where a partition is applied: the offset of the next record to read. */
export interface PartitionPosition {
  topic: string
  partition: number
  next: number
  /** The latest stamp that the broker gave to a record of it, milliseconds since the epoch; absent where none was applied. */
  stamp?: number
}

/** `seq` is kept of aggregates (`<topic>/<id>`), `next` and `stamp` of partitions (`<topic>@<partition>`). */
interface PositionDocument {
  _id: string
  seq?: number
  next?: number
  stamp?: number
}

const REREAD_MS = 50
/** Fewer are moved with the others: an insert is one more wait for the journal. */
const WORTH_AN_INSERT = 100

/** How far a service's read models have come; kept beside them in the same database, so that they are lost or restored together. */
export class Positions {
  private readonly waiters = new Set<(applied: ReadonlyMap<string, number>) => void>()
  /** What the read models show while its positions are being moved. */
  private readonly ahead = new Map<string, number>()

  /** @param topics the topics (without prefix) that the service follows */
  constructor(
    private readonly db: () => Collections,
    private readonly topics: ReadonlySet<string>,
  ) {}

  /** Makes the index by which the few partitions are found among the many aggregates; may be called again and again. */
  async prepare(): Promise<void> {
    await this.collection.createIndex({ next: 1 }, { partialFilterExpression: { next: { $exists: true } } })
  }

  /** Whether this service reads the topic at all; nobody should wait for one that it does not. */
  follows(topic: string): boolean {
    return this.topics.has(topic)
  }

  /** The last sequence of an aggregate that the read models show, 0 for none. */
  async appliedUpTo(topic: string, id: string): Promise<number> {
    const key = `${topic}/${id}`
    return (await this.of([key])).get(key) ?? 0
  }

  /**
   * Waits until the read models show all `marks` (those of topics that the service does not follow are left out).
   * Wakes when this instance applies them, and looks every 50 ms for what another instance applied.
   * @returns false when `ms` milliseconds were not enough
   */
  async waitFor(marks: readonly Mark[], ms: number): Promise<boolean> {
    const open = new Map(marks.filter(({ topic }) => this.follows(topic)).map(({ topic, id, seq }) => [`${topic}/${id}`, seq]))
    const reached = new AbortController()
    const strike = (applied: ReadonlyMap<string, number>) => {
      for (const [key, seq] of applied) if (seq >= (open.get(key) ?? Infinity)) open.delete(key)
      // With a reason of its own: without one an error is made, with its stack, for each mark that is waited for.
      if (open.size === 0) reached.abort('reached')
    }
    this.waiters.add(strike)
    for (const [key, seq] of open) if (seq <= (this.ahead.get(key) ?? 0)) open.delete(key)
    try {
      for (const until = Date.now() + ms; open.size > 0;) {
        strike(await this.of([...open.keys()]))
        const left = until - Date.now()
        if (left <= 0) break
        await pause(Math.min(left, REREAD_MS), reached.signal)
      }
    } finally {
      this.waiters.delete(strike)
    }
    return open.size === 0
  }

  /**
   * The last applied sequences of aggregates, by key; those that were never met are absent. Durable ones only: on another instance's
   * word that its server may still lose, a record would be dropped as known.
   */
  async of(keys: string[]): Promise<Map<string, number>> {
    const found = await this.collection.find({ _id: { $in: keys } }, { batchSize: keys.length + 1, readConcern: 'majority' }).toArray()
    return new Map(found.map(({ _id, seq }) => [_id, seq ?? 0]))
  }

  /**
   * Moves aggregates forward, and last of all their partitions, so that none ever stands beyond an aggregate that was not moved.
   * @param unmet aggregates that had no position when it was last looked
   */
  async advance(
    applied: ReadonlyMap<string, number>,
    partitions: readonly PartitionPosition[] = [],
    unmet: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    const left = unmet.size < WORTH_AN_INSERT ? applied : await this.insert(applied, unmet)
    const moves = [...left].map(([key, seq]) => upTo(key, { seq }))
    for (const { topic, partition, ...place } of partitions) moves.push(upTo(`${topic}@${partition}`, place))
    if (moves.length > 0) await this.collection.bulkWrite(moves, { ordered: true, writeConcern: DURABLE })
  }

  /** Wakes who waits for these: the read models show them, though the positions are still to be moved. */
  shown(applied: ReadonlyMap<string, number>): void {
    for (const [key, seq] of applied) this.ahead.set(key, seq)
    for (const strike of this.waiters) strike(applied)
  }

  /** From now on their positions say it, or the next that applies them: what was shown is no longer known here. */
  moved(applied: ReadonlyMap<string, number>): void {
    for (const key of applied.keys()) this.ahead.delete(key)
  }

  /** Positions of aggregates that were never met, which costs MongoDB a third of upserts; gives those that are still to be moved. */
  private async insert(applied: ReadonlyMap<string, number>, unmet: ReadonlySet<string>): Promise<Map<string, number>> {
    const fresh = [...applied].filter(([key]) => unmet.has(key))
    const left = new Map([...applied].filter(([key]) => !unmet.has(key)))
    try {
      await this.collection.insertMany(
        fresh.map(([_id, seq]) => ({ _id, seq })),
        { ordered: false, writeConcern: DURABLE },
      )
    } catch (error) {
      // Another instance has met them in the meantime.
      const met = existing(error)
      if (!met) throw error
      for (const index of met) left.set(...(fresh[index] as [string, number]))
    }
    return left
  }

  /** The next offset to read of each partition, as durable as those of aggregates; 0 for one that these read models have never met. */
  async ofPartitions(partitions: readonly { topic: string; partition: number }[]): Promise<PartitionPosition[]> {
    const keys = partitions.map(({ topic, partition }) => `${topic}@${partition}`)
    const documents = await this.collection.find({ _id: { $in: keys } }, { readConcern: 'majority' }).toArray()
    const found = new Map(documents.map((document) => [document._id, document]))
    return partitions.map(({ topic, partition }) => {
      const { next = 0, stamp } = found.get(`${topic}@${partition}`) ?? {}
      return { topic, partition, next, ...(stamp === undefined ? {} : { stamp }) }
    })
  }

  private get collection(): mongo.Collection<PositionDocument> {
    return this.db().collection<PositionDocument>('positions')
  }
}

/** A position never goes back, whoever writes it late. */
function upTo(key: string, place: { seq: number } | { next: number; stamp?: number }): mongo.AnyBulkWriteOperation<PositionDocument> {
  return { updateOne: { filter: { _id: key }, update: { $max: place }, upsert: true } }
}
