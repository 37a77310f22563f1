import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import { backoff } from '../backoff'
import type { AggregateDocument } from './log'

type Aggregates = mongo.Collection<AggregateDocument>

/** What is lost of it is only published once more. */
const UNSAFE = { ordered: false, writeConcern: { w: 1 } } as const
/** How long acknowledged events wait in their outbox, so that many are taken out by one command. */
const EVERY_MS = 75

/** Takes events that Kafka has acknowledged out of their aggregates' outboxes, in bulk. */
export class Clearing {
  private readonly due = new Map<Aggregates, Map<string, number>>()
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> = Promise.resolve()
  private failures = 0

  constructor(private readonly logger: Logger) {}

  /** Notes that everything of an aggregate up to `seq` is in Kafka. */
  add(collection: Aggregates, id: string, seq: number): void {
    const marks = this.due.get(collection) ?? new Map<string, number>()
    this.due.set(collection, marks.set(id, Math.max(seq, marks.get(id) ?? 0)))
    this.timer ??= setTimeout(() => void this.flush(), this.failures ? backoff(this.failures, 200, 5_000) : EVERY_MS).unref()
  }

  /** Clears what is due now. What fails is due again; what is never cleared is only published once more. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    return (this.running = this.running.then(() => this.clear()))
  }

  private async clear(): Promise<void> {
    const batches = [...this.due]
    this.due.clear()
    for (const [collection, marks] of batches) {
      try {
        const { matchedCount } = await collection.bulkWrite(whole(marks), UNSAFE)
        if (matchedCount < marks.size) await collection.bulkWrite([...marks].map(partly), UNSAFE)
        this.failures = 0
      } catch (error) {
        this.failures += 1
        this.logger.warn({ err: error, collection: collection.collectionName }, 'published events stay in their outbox for now')
        for (const [id, seq] of marks) this.add(collection, id, seq)
      }
    }
  }
}

/**
 * Nothing was added meanwhile, as nearly always: plain updates, one for all aggregates that stand at the same sequence. Each alone would
 * cost MongoDB thrice as much (a statement and a place among the retryable writes).
 */
function whole(marks: ReadonlyMap<string, number>): mongo.AnyBulkWriteOperation<AggregateDocument>[] {
  const bySequence = new Map<number, string[]>()
  for (const [id, seq] of marks) {
    const ids = bySequence.get(seq)
    if (ids) ids.push(id)
    else bySequence.set(seq, [id])
  }
  const update = { $set: { 'log.outbox': [] }, $unset: { 'log.pendingAt': '' as const } }
  return [...bySequence].map(([seq, ids]) => ({ updateMany: { filter: { _id: { $in: ids }, 'log.seq': seq }, update } }))
}

/** One atomic step that keeps whatever was added meanwhile and leaves `version` alone. */
function partly([id, seq]: [string, number]): mongo.AnyBulkWriteOperation<AggregateDocument> {
  const newer = { $filter: { input: '$log.outbox', cond: { $gt: ['$$this.seq', seq] } } }
  const pendingAt = { $cond: [{ $eq: ['$log.outbox', []] }, '$$REMOVE', '$log.pendingAt'] }
  return { updateOne: { filter: { _id: id }, update: [{ $set: { 'log.outbox': newer } }, { $set: { 'log.pendingAt': pendingAt } }] } }
}
