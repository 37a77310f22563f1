import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import { pause } from '../backoff'
import type { AggregateDocument, OutboxEntry } from './log'

type Aggregates = mongo.Collection<AggregateDocument>

const EVERY_MS = 5_000
/** Younger outboxes are still in the hands of the process that wrote them. */
const OLDER_THAN_MS = 2_000
const AT_ONCE = 200

/** What the sweeper needs of the relay. */
export interface Sweepable {
  readonly watched: Iterable<Aggregates>
  handOver(collection: Aggregates, id: string, outbox: OutboxEntry[]): void
  /** Resolves when all that was handed over is published and cleared. */
  settled(): Promise<void>
}

/** Finds the outboxes that a crash left behind and hands them to the relay. Each instance sweeps: twice published is harmless. */
export class Sweeper {
  private readonly indexed = new Set<Aggregates>()
  private readonly stopped = new AbortController()

  constructor(
    private readonly relay: Sweepable,
    private readonly logger: Logger,
  ) {}

  start(): void {
    void this.run()
  }

  stop(): void {
    this.stopped.abort()
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped
    while (!signal.aborted) {
      const full = await this.sweep().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'could not look for outboxes that were left behind')
        return false
      })
      if (full) await this.relay.settled()
      else await pause(EVERY_MS * (0.8 + Math.random() * 0.4), signal)
    }
  }

  /** Looks once; true when there may be more than it took. What a fail-over may still take back is not published: its sequence would be given out twice. */
  private async sweep(): Promise<boolean> {
    const before = new Date(Date.now() - OLDER_THAN_MS)
    let full = false
    for (const collection of this.relay.watched) {
      await this.index(collection)
      const left = await collection
        .find(
          { 'log.pendingAt': { $lt: before } },
          { projection: { 'log.outbox': 1 }, sort: { 'log.pendingAt': 1 }, limit: AT_ONCE, readConcern: 'majority' },
        )
        .toArray()
      for (const aggregate of left) this.relay.handOver(collection, aggregate._id, aggregate.log.outbox)
      full ||= left.length === AT_ONCE
    }
    return full
  }

  private async index(collection: Aggregates): Promise<void> {
    if (this.indexed.has(collection)) return
    await collection.createIndex({ 'log.pendingAt': 1 }, { partialFilterExpression: { 'log.pendingAt': { $exists: true } } })
    this.indexed.add(collection)
  }
}
