import { randomUUID } from 'node:crypto'
import type { Position, Progress } from './migration'
import type { MigrationRecord, Recorded, Running } from './record'

const RENEWED_EVERY_MS = 2_000

/** Another instance has taken over: what this one still meant to write is not its to write. */
export class LeaseLost extends Error {
  constructor() {
    super('another instance has taken over the migrations')
  }
}

/** The right to migrate, held by one instance at a time and renewed until it is released. Each time it is taken, its holder has a new name. */
export class Lease {
  private readonly renewal: NodeJS.Timeout
  private lost = false

  private constructor(
    private readonly record: MigrationRecord,
    private readonly holder: string,
    private readonly signal: AbortSignal,
    /** What the record said when the lease was taken. */
    readonly found: Recorded,
  ) {
    // What a try does not renew, for want of a connection, the next one does, or it has lapsed.
    this.renewal = setInterval(() => void this.hold().catch(() => undefined), RENEWED_EVERY_MS).unref()
  }

  /** Takes the lease; undefined when another instance has it. After `signal` it allows nothing more. */
  static async take(record: MigrationRecord, signal: AbortSignal): Promise<Lease | undefined> {
    const holder = randomUUID()
    const found = await record.take(holder)
    return found ? new Lease(record, holder, signal, found) : undefined
  }

  /** Begins one migration, or goes on with it where it was left; its progress is told to `onNoted` each time. */
  async begin(running: Running, onNoted: (running: Running) => void): Promise<Progress & { done(): Promise<void> }> {
    let now = running
    await this.whileHeld(() => this.record.note(this.holder, now))
    return {
      get from() {
        return now.position
      },
      mayWrite: () => this.hold(),
      reached: async (position: Position, changed: number) => {
        const next = { ...now, position, changed: now.changed + changed }
        await this.whileHeld(() => this.record.note(this.holder, next))
        onNoted((now = next))
      },
      done: () => this.whileHeld(() => this.record.done(this.holder, now)),
    }
  }

  /** Gives it back; where that fails it lapses. */
  async release(): Promise<void> {
    clearInterval(this.renewal)
    if (!this.lost) await this.record.release(this.holder).catch(() => undefined)
  }

  private hold(): Promise<void> {
    return this.whileHeld(() => this.record.keep(this.holder))
  }

  private async whileHeld(change: () => Promise<boolean>): Promise<void> {
    this.signal.throwIfAborted()
    if (this.lost || !(await change())) {
      this.lost = true
      throw new LeaseLost()
    }
  }
}
