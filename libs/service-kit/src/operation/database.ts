import { setTimeout as wait } from 'node:timers/promises'
import { readModelState } from '@sizhang/messaging'
import mongoose, { type Connection, type Model, type mongo } from 'mongoose'
import { ReadModels } from '../store/read-models'
import type { Logger } from './logger'
import type { PartHealth } from './health'

const LONGEST_PAUSE = 10_000

/**
 * One service's database. It is opened in the background and again until it answers, so a service starts without it
 * (live, not ready) and works by itself later. Writes are acknowledged by a majority and the journal.
 */
export class Database {
  readonly connection: Connection
  /** What it keeps of others' facts. */
  readonly readModels: ReadModels
  private opened: Promise<void> | undefined
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

  /** Resolves once the database has answered and every index exists. */
  open(): Promise<void> {
    this.opened ??= this.openWhenItAnswers()
    return this.opened
  }

  /** The driver's own database. */
  get driver(): mongo.Db {
    return this.connection.getClient().db(this.name)
  }

  /** Whether the database can be used now. */
  health(): PartHealth {
    return { ready: this.indexed && this.connection.readyState === mongoose.ConnectionStates.connected }
  }

  /** Asks the database for nothing but an answer; rejects when it gives none. */
  async ping(): Promise<void> {
    await this.connection.getClient().db().command({ ping: 1 })
  }

  /** Whether the database answers a question within a second. */
  async answers(): Promise<boolean> {
    const answered = this.ping().then(
      () => true,
      () => false,
    )
    return Promise.race([answered, wait(1_000, false, { ref: false })])
  }

  async close(): Promise<void> {
    this.closing = true
    await this.connection.close()
  }

  private async openWhenItAnswers(): Promise<void> {
    for (let pause = 250; !this.closing; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      try {
        await this.connection.openUri(this.uri, {
          dbName: this.name,
          serverSelectionTimeoutMS: 3_000,
          // The driver notices a server that stands still when a heartbeat or a new connection is late; by default after forty seconds.
          connectTimeoutMS: 3_000,
          heartbeatFrequencyMS: 2_000,
          socketTimeoutMS: 10_000,
          maxPoolSize: 16,
          writeConcern: { w: 'majority', journal: true },
        })
        const { live } = await readModelState(this.driver)
        this.readModels.show(live)
        await this.readModels.prepare(live)
        await Promise.all(Object.values(this.connection.models).map((model: Model<unknown>) => model.createIndexes()))
        this.indexed = true
        return
      } catch (error) {
        this.logger.warn({ err: error, retryInMs: pause }, 'database does not answer yet')
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
  }
}
