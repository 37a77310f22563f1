import { setTimeout as wait } from 'node:timers/promises'
import { readModelState } from '@sizhang/messaging'
import mongoose, { type Connection, type Model, type mongo } from 'mongoose'
import { Rejected } from '../rules'
import { ReadModels } from '../store/read-models'
import type { Logger } from './logger'
import type { PartHealth } from './health'

const LONGEST_PAUSE = 10_000
const CONNECTION = {
  serverSelectionTimeoutMS: 3_000,
  // The driver notices a server that stands still when a heartbeat or a new connection is late; by default after forty seconds.
  connectTimeoutMS: 3_000,
  heartbeatFrequencyMS: 2_000,
  socketTimeoutMS: 10_000,
  maxPoolSize: 16,
  writeConcern: { w: 'majority', journal: true },
} as const

/** What has the database to itself before the rest of the service. */
type First = (database: mongo.Db) => Promise<void>

/**
 * One service's database. It is opened in the background and again until it answers, so a service starts without it
 * (live, not ready) and works by itself later. Writes are acknowledged by a majority and the journal.
 */
export class Database {
  readonly connection: Connection
  /** What it keeps of others' facts. */
  readonly readModels: ReadModels
  private opened: Promise<void> | undefined
  /** The connection of what comes first: as long as there is none but this, nothing else of the service can reach the database. */
  private early: mongo.MongoClient | undefined
  private ended: Promise<void> | undefined
  private closing = false
  private indexed = false

  constructor(
    private readonly uri: string,
    private readonly name: string,
    private readonly logger: Logger,
  ) {
    this.connection = mongoose.createConnection()
    this.connection.set('autoIndex', false)
    this.readModels = new ReadModels(this.connection)
  }

  /**
   * Resolves once the database has answered, `first` is done, and every index exists. Until then whatever a store asks waits, as it does while
   * the database is away: no feature can come before `first`. Rejects only when `first` does.
   */
  open(first: First): Promise<void> {
    this.opened ??= this.openAfter(first)
    return this.opened
  }

  /** The driver's own database. Before it was opened there is none, and what asks for it is refused for now. */
  get driver(): mongo.Db {
    const { db } = this.connection
    if (!db) throw new Rejected('UNAVAILABLE')
    return db as unknown as mongo.Db
  }

  /** Whether the database can be used now. */
  health(): PartHealth {
    return { ready: this.indexed && this.connection.readyState === mongoose.ConnectionStates.connected }
  }

  /** Asks the database for nothing but an answer; rejects when it gives none. */
  async ping(): Promise<void> {
    await (this.early ?? this.connection.getClient()).db().command({ ping: 1 })
  }

  /** Whether the database answers a question of the service within a second. */
  async answers(): Promise<boolean> {
    if (this.early) return false
    const answered = this.ping().then(
      () => true,
      () => false,
    )
    return Promise.race([answered, wait(1_000, false, { ref: false })])
  }

  async close(): Promise<void> {
    this.closing = true
    await Promise.all([this.ended, this.connection.close()])
  }

  private async openAfter(first: First): Promise<void> {
    const early = await this.whenItAnswers(() => mongoose.mongo.MongoClient.connect(this.uri, CONNECTION))
    if (!early) return
    this.early = early
    const done = first(early.db(this.name)).finally(() => early.close())
    this.ended = done.catch(() => undefined)
    await done
    await this.whenItAnswers(() => this.connect())
  }

  private async connect(): Promise<void> {
    await this.connection.openUri(this.uri, { ...CONNECTION, dbName: this.name })
    this.early = undefined
    const { live } = await readModelState(this.driver)
    this.readModels.show(live)
    await this.readModels.prepare(live)
    await Promise.all(Object.values(this.connection.models).map((model: Model<unknown>) => model.createIndexes()))
    this.indexed = true
  }

  /** Asks until there is an answer, and gives that; undefined when the database was closed meanwhile. */
  private async whenItAnswers<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    for (let pause = 250; !this.closing; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        return await ask()
      } catch (error) {
        this.logger.warn({ err: error, retryInMs: pause }, 'database does not answer yet')
        await wait(pause)
      }
    }
    return undefined
  }
}
