import { Injectable } from '@nestjs/common'
import { auditCheckpointOf, type AuditCheckpointMade } from '@sizhang/contracts'
import { outboxFull, type AggregateDocument, type Relay } from '@sizhang/messaging'
import mongoose, { Schema, type Model, type mongo } from 'mongoose'
import { v5 as uuidv5 } from 'uuid'
import type { Database } from '../operation/database'
import type { Logger } from '../operation/logger'
import { decided } from '../rules'
import { nextDocument, unborn, type Document } from '../store/next-document'
import type { AuditChain } from './audit-chain'
import type { AuditCheckpoint } from './chain-links'

type State = Pick<AuditCheckpoint, 'position' | 'hash'> & { at: Date }

/** The collection of a service's own checkpoints, named as its topic. */
const CHECKPOINTS = 'audit-checkpoints'
const EVERY_MS = 60_000
const EVERY_ENTRIES = 1_000
const CHAINS = '6b1f6a0c-3d0e-4c43-9c4d-6a2f4f0b7a11'
const ITSELF = { accountId: 'audit', name: 'audit', grants: [], language: 'zh' as const, after: [] }

interface CheckpointsParts {
  service: string
  database: Database
  relay: Relay
  chain: AuditChain
  logger: Logger
}

/**
 * Publishes how far the audit of a service goes: every minute in which something was added, and every thousand entries. The chain is an
 * aggregate, its checkpoints its facts; of two instances that make one at once, one is refused by its version.
 */
@Injectable()
export class Checkpoints {
  private readonly model: Model<AggregateDocument>
  private readonly id: string
  private readonly fact: AuditCheckpointMade
  private timer: NodeJS.Timeout | undefined
  private added = 0

  constructor(private readonly parts: CheckpointsParts) {
    const { service, database, relay } = parts
    this.fact = auditCheckpointOf(service)
    this.id = uuidv5(service, CHAINS)
    const schema = new Schema({ _id: { type: String, required: true } }, { strict: false, versionKey: false })
    this.model = database.connection.model<AggregateDocument>(CHECKPOINTS, schema, CHECKPOINTS)
    relay.watch(this.collection, this.fact.topic)
  }

  start(): void {
    this.timer = setInterval(() => void this.tried(), EVERY_MS).unref()
  }

  /** The last one, so that what was added since the one before is known elsewhere as well. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    if (this.parts.database.health().ready) await this.tried()
  }

  /** Counts entries that were chained. */
  count(chained: number): void {
    this.added += chained
    if (this.added < EVERY_ENTRIES) return
    this.added = 0
    void this.tried()
  }

  /** Makes a checkpoint when something was added since the last; answers whether it did. */
  async make(): Promise<boolean> {
    const { service, chain, relay } = this.parts
    const { position, hash } = await chain.last()
    const known = await this.stored()
    if (position <= (known?.position ?? 0) || relay.databaseOutdated || outboxFull(known?.log.outbox ?? [])) return false
    const now = new Date()
    const before = known ?? unborn(this.id)
    const decision = decided<State>({ position, hash, at: now }, this.fact.of({ chainId: this.id, position, hash }))
    const command = { commandId: uuidv5(`${service}/${position}`, CHAINS), name: 'makeAuditCheckpoint', input: {} }
    const caller = { ...ITSELF, correlationId: command.commandId }
    const document = nextDocument(before, decision, { caller, command, now, publishedUpTo: relay.publishedUpTo(this.collection, this.id) })
    if (!(await this.save(known?.version, document))) return false
    relay.handOver(this.collection, this.id, document.log.outbox)
    return true
  }

  /** The last checkpoint; null: none was made yet. */
  async latest(): Promise<State | null> {
    return this.stored()
  }

  private async tried(): Promise<void> {
    await this.make().catch((error: unknown) => this.parts.logger.warn({ err: error }, 'no checkpoint of the audit was made'))
  }

  /** False: another instance was first. */
  private async save(version: number | undefined, document: Document<State>): Promise<boolean> {
    if (version !== undefined) return (await this.collection.replaceOne({ _id: this.id, version }, document)).matchedCount === 1
    try {
      await this.collection.insertOne(document)
      return true
    } catch (error) {
      if (error instanceof mongoose.mongo.MongoServerError && error.code === 11_000) return false
      throw error
    }
  }

  private async stored(): Promise<Document<State> | null> {
    return (await this.collection.findOne({ _id: this.id })) as Document<State> | null
  }

  private get collection(): mongo.Collection<AggregateDocument> {
    return this.model.collection as unknown as mongo.Collection<AggregateDocument>
  }
}
