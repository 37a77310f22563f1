import { Injectable } from '@nestjs/common'
import type { AggregateDocument, AggregateLog } from '@sizhang/messaging'
import type { mongo } from 'mongoose'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '../caller/caller'
import type { Logger } from '../operation/logger'
import { Rejected } from '../rules'
import type { AuditChain } from './audit-chain'
import type { AuditEntry } from './chain-links'

/** A document whose commands are written down with it: the entries that are not known to be chained yet. */
export type AuditedDocument = AggregateDocument & { log: AggregateLog & { audit?: AuditEntry[] } }
type Audited = mongo.Collection<AuditedDocument>

/** What is said of an act; who acted and from where, the caller says. */
export type Act = Pick<AuditEntry, 'action'> & Partial<Pick<AuditEntry, 'kind' | 'record' | 'reason' | 'refusal'>>
/** What an entry takes of its caller. */
export type Actor = Pick<Caller, 'address' | 'correlationId'> & { accountId: string | null }

interface Waiting {
  entry: AuditEntry
  /** The document that keeps it until it is chained. */
  kept?: { collection: Audited; id: string }
  settle?: (refusal?: Rejected) => void
}

const AT_ONCE = 500
const MOST_WAITING = 10_000
/** What a document keeps may wait a moment, so that many are chained by one write. */
const LINGER_MS = 75
const SWEEP_EVERY_MS = 5_000
/** Younger entries are still in the hands of the process that wrote them. */
const LEFT_AFTER_MS = 2_000

/**
 * Writes down what is done and refused. A command's entry is saved in the very write that saves the command, and chained a moment later;
 * what a crash leaves behind, a sweep of any instance chains. Everything else is chained before it is answered.
 */
@Injectable()
export class Audit {
  private readonly watched = new Set<Audited>()
  private readonly queue: Waiting[] = []
  private readonly indexed = new Set<Audited>()
  private readonly stopped = new AbortController()
  private flushing: Promise<void> = Promise.resolve()
  private linger: NodeJS.Timeout | undefined
  private sweeping: NodeJS.Timeout | undefined
  private failed = false
  private listener: (chained: number) => void = () => undefined

  constructor(
    private readonly chain: AuditChain,
    private readonly logger: Logger,
  ) {}

  /** Whether the last try to chain failed: until one succeeds the service takes no command. */
  get failing(): boolean {
    return this.failed
  }

  /** Has a listener told of how many entries were chained. */
  onChained(listener: (chained: number) => void): void {
    this.listener = listener
  }

  /** Registers a collection of documents that keep entries. */
  watch(collection: mongo.Collection<AggregateDocument>): void {
    this.watched.add(collection as unknown as Audited)
  }

  /** Looks for what a crash left behind, at once and from now on. */
  start(): void {
    void this.sweep()
  }

  /** Chains what waits. What is left is found by the next sweep of any instance. */
  async stop(): Promise<void> {
    this.stopped.abort()
    clearTimeout(this.sweeping)
    await this.flush()
  }

  /** Writes an act down and resolves when it is safe. Refused with UNAVAILABLE when it could not be: then it may not be done, nor its answer given. */
  append(actor: Actor, act: Act): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (refusal?: Rejected) => (refusal ? reject(refusal) : resolve())
      this.queue.push({ entry: entryOf(actor, act, new Date()), settle })
      void this.flush()
    })
  }

  /** Takes over the entries of a document that was just saved, durably. Costs the writer nothing and never fails. */
  handOver(collection: mongo.Collection<AggregateDocument>, id: string, entries: readonly AuditEntry[]): void {
    const kept = { collection: collection as unknown as Audited, id }
    if (this.queue.length < MOST_WAITING) this.queue.push(...entries.map((entry) => ({ entry, kept })))
    this.linger ??= setTimeout(() => void this.flush(), LINGER_MS).unref()
  }

  /** Resolves when all that waits is chained, or was tried. */
  flush(): Promise<void> {
    clearTimeout(this.linger)
    this.linger = undefined
    return (this.flushing = this.flushing.then(() => this.chainAll()))
  }

  private async chainAll(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, AT_ONCE)
      try {
        await this.chain.add(batch.map(({ entry }) => entry))
        this.failed = false
        for (const { settle } of batch) settle?.()
        this.listener(batch.length)
        await this.clear(batch)
      } catch (error) {
        this.failed = true
        this.logger.error({ err: error, entries: batch.length }, 'the audit is not written: no command is taken until it is')
        for (const { settle } of batch) settle?.(new Rejected('UNAVAILABLE'))
      }
    }
  }

  /** What is not cleared is only chained once more, and met as known. */
  private async clear(batch: readonly Waiting[]): Promise<void> {
    for (const collection of new Set(batch.flatMap(({ kept }) => kept?.collection ?? []))) {
      const chained = batch.filter(({ kept }) => kept?.collection === collection)
      const ids = chained.flatMap(({ kept }) => kept?.id ?? [])
      const entries = chained.map(({ entry }) => entry.id)
      await collection
        .updateMany({ _id: { $in: ids } }, { $pull: { 'log.audit': { id: { $in: entries } } } } as never, { writeConcern: { w: 1 } })
        .catch((error: unknown) => this.logger.warn({ err: error }, 'chained entries stay in their documents for now'))
    }
  }

  private sweepLater(): void {
    this.sweeping = setTimeout(() => void this.sweep(), SWEEP_EVERY_MS * (0.8 + Math.random() * 0.4)).unref()
  }

  private async sweep(): Promise<void> {
    try {
      await this.takeUp()
    } catch (error) {
      this.logger.warn({ err: error }, 'could not look for audit entries that were left behind')
    }
    if (!this.stopped.signal.aborted) this.sweepLater()
  }

  /** Chains what documents have kept for longer than two seconds. With nothing left to try, the next command is the try. */
  async takeUp(before = new Date(Date.now() - LEFT_AFTER_MS)): Promise<void> {
    let found = 0
    for (const collection of this.watched) {
      await this.index(collection)
      const left = await collection
        .find({ 'log.audit.at': { $lt: before } }, { projection: { 'log.audit': 1 }, limit: AT_ONCE, readConcern: 'majority' })
        .toArray()
      for (const { _id, log } of left) this.handOver(collection as never, _id, log.audit ?? [])
      found += left.length
    }
    await this.flush()
    if (found === 0) this.failed = false
  }

  private async index(collection: Audited): Promise<void> {
    if (this.indexed.has(collection)) return
    await collection.createIndex({ 'log.audit.at': 1 }, { partialFilterExpression: { 'log.audit.at': { $exists: true } } })
    this.indexed.add(collection)
  }
}

/** An act as an entry. */
export function entryOf(
  { accountId, address, correlationId }: Actor,
  { action, kind, record, reason, refusal }: Act,
  at: Date,
): AuditEntry {
  return {
    id: uuidv7(),
    at,
    account: accountId,
    action,
    kind: kind ?? null,
    record: record ?? null,
    reason: reason ?? null,
    address: address ?? null,
    trace: correlationId,
    refusal: refusal ?? null,
  }
}
