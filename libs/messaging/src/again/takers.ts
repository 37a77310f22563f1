import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import { pause } from '../backoff'
import { rawOf, read } from '../consumer/read'
import type { Gate } from '../generation/gate'
import type { Projector } from '../projection/projector'
import { givenAgainIn, type AgainDocument } from './documents'

const LOOK_EVERY_MS = 1_000
const AT_ONCE = 100
const WANTED = { outcome: { $exists: false } }

/** Applies in a running service what an operator gives again. Several instances may do it at once. */
export class Takers {
  private readonly stopped = new AbortController()
  private running: Promise<void> | undefined

  constructor(
    private readonly db: () => mongo.Db,
    private readonly projector: Projector,
    private readonly gate: Gate,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run()
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    await this.running
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped
    while (!signal.aborted) {
      const taken = await this.takeAll().catch((error: unknown) => {
        this.logger.warn({ err: error }, 'could not take what was given again')
        return 0
      })
      // More may wait where so many did.
      if (taken < AT_ONCE) await pause(LOOK_EVERY_MS, signal)
    }
  }

  /** At the swap of the read models nothing is taken. The gate is entered only where something is to be done: work there tells a rebuild to make way. */
  private async takeAll(): Promise<number> {
    if (!this.gate.isOpen || !(await givenAgainIn(this.db()).findOne(WANTED))) return 0
    const leave = this.gate.enter()
    try {
      const wanted = await this.wanted().toArray()
      for (const document of wanted) await this.take(document)
      return wanted.length
    } finally {
      leave()
    }
  }

  private wanted() {
    return givenAgainIn(this.db()).find(WANTED, { limit: AT_ONCE, promoteBuffers: true })
  }

  private async take({ _id, records }: AgainDocument): Promise<void> {
    const reason = await this.projector.again(_id, records.map(rawOf).map(read))
    const outcome = reason === undefined ? { applied: true as const } : { applied: false as const, reason }
    await givenAgainIn(this.db()).updateOne({ _id }, { $set: { outcome } })
  }
}
