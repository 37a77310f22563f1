import { setTimeout as wait } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import { Gauge, type Registry } from 'prom-client'
import type { PartHealth } from '../operation/health'
import type { Logger } from '../operation/logger'
import { Lease, LeaseLost } from './lease'
import { checkNumbers, outstanding, type Migration } from './migration'
import { MigrationRecord, type Running } from './record'

/** What a migrator is made of. */
export interface MigratorOptions {
  migrations: readonly Migration[]
  logger: Logger
  registry: Registry
  /** Ends its work between two writes. */
  signal: AbortSignal
}

const LOOKS_EVERY_MS = 1_000
const SHORTEST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
const LOGS_EVERY_MS = 5_000

/**
 * Brings a service's database to the shape that this release knows, before anything else of the service touches it. One instance at a time
 * does so; the others wait for it, and take over when it dies.
 */
export class Migrator {
  private said: PartHealth = { ready: false, detail: 'waiting for the database' }
  private number = 0
  private loggedAt = -Infinity

  /** Throws when the migrations are not numbered as they should be. */
  constructor(private readonly options: MigratorOptions) {
    checkNumbers(options.migrations)
    const number = () => this.number
    new Gauge({
      name: 'sizhang_migration',
      help: 'Number of the last migration that the database has had; 0 before the first, and until it was asked.',
      registers: [options.registry],
      collect() {
        this.set(number())
      },
    })
  }

  /** Ready once the database has the shape that this release knows. */
  health(): PartHealth {
    return this.said
  }

  /** Resolves when the database has had all migrations. It waits for whatever is in the way, and rejects only when it is told to end. */
  async run(database: mongo.Db): Promise<void> {
    const { signal, logger } = this.options
    const record = new MigrationRecord(database)
    for (let pause = SHORTEST_PAUSE_MS; ;) {
      signal.throwIfAborted()
      try {
        if (await this.look(record, database)) return
        pause = SHORTEST_PAUSE_MS
        await wait(LOOKS_EVERY_MS, undefined, { signal })
      } catch (error) {
        signal.throwIfAborted()
        if (error instanceof LeaseLost) logger.warn('another instance has taken over the migrations')
        else {
          this.said = { ready: false, detail: `broke off, tried again in ${pause / 1_000} s: the log says why` }
          logger.error({ err: error, retryInMs: pause }, 'the migrations broke off and are tried again')
        }
        await wait(pause, undefined, { signal })
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      }
    }
  }

  /** Looks how the database stands and does what can be done now; true when nothing is left to do. */
  private async look(record: MigrationRecord, database: mongo.Db): Promise<boolean> {
    const { migrations, signal } = this.options
    const standing = await record.read(migrations)
    const { number, running } = standing
    this.number = number
    const left = outstanding(migrations, standing)
    if (!left) return this.refuse(running?.number ?? number)
    if (left.length === 0) {
      this.said = { ready: true, detail: `at ${number}` }
      return true
    }
    const lease = await Lease.take(record, signal)
    if (!lease) {
      this.said = { ready: false, detail: `waiting for another instance: ${running ? progressText(running) : 'it begins'}` }
      return false
    }
    try {
      await this.migrate(lease, database)
    } finally {
      await lease.release()
    }
    return this.look(record, database)
  }

  /** Runs what is left; where another instance did it meanwhile, nothing. */
  private async migrate(lease: Lease, database: mongo.Db): Promise<void> {
    const { found } = lease
    for (const migration of outstanding(this.options.migrations, found) ?? []) {
      const { number, name } = migration
      const begun = found.running?.number === number ? found.running : { number, name, changed: 0 }
      this.say(begun, begun.position ? 'a migration goes on' : 'a migration begins')
      const progress = await lease.begin(begun, (running) => this.noted(running))
      await migration.run(database, progress)
      await progress.done()
      this.number = number
      this.options.logger.info({ number, migration: name }, 'a migration is done')
    }
  }

  private noted(running: Running): void {
    if (performance.now() - this.loggedAt >= LOGS_EVERY_MS) this.say(running, 'a migration runs')
    else this.said = { ready: false, detail: progressText(running) }
  }

  private say(running: Running, what: string): void {
    const { number, name, changed } = running
    this.said = { ready: false, detail: progressText(running) }
    this.loggedAt = performance.now()
    this.options.logger.info({ number, migration: name, changed }, what)
  }

  private refuse(number: number): false {
    const known = this.options.migrations.length
    const detail = `the database is at migration ${number} and this release knows ${known}: start the newer release again, or restore the backup from before it`
    if (this.said.detail !== detail) this.options.logger.error({ number, known }, detail)
    this.said = { ready: false, detail }
    return false
  }
}

function progressText({ number, name, changed }: Running): string {
  return `migration ${number} (${name}) runs, ${changed} documents changed`
}
