import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import { pause } from '../backoff'
import type { Feeding } from '../consumer/feeding'
import { forgetInstances, readModelState, sayInstance, type ReadModelState, type Step } from './state'

/** What in a service reads the read models. */
export interface Readers {
  /** The plain names of their collections. */
  names(): string[]
  /** Makes a generation's indexes; may be asked again and again. */
  prepare(generation: number): Promise<void>
  /** From now on this generation is read. */
  show(generation: number): void
}

/** What an instance needs to follow a rebuild. */
export interface SuccessionOptions {
  db: () => mongo.Db
  /** What feeds the live generation, whichever that is. */
  live: () => Feeding
  /** Makes what feeds another one. */
  beside: (generation: number) => Feeding
  readers: Readers
  /** What is followed, without prefix. */
  topics: () => string[]
  logger: Logger
}

const LOOK_EVERY_MS = 1_000
const LOOK_WHILE_UNDER_WAY_MS = 50
/** An operator's command that died at the swap holds up the read models no longer than this. */
const LONGEST_HOLD_MS = 15_000

/**
 * Follows in a running instance what a rebuild asks of all of them: feeds another generation beside the live one, holds, goes over to it.
 * A generation changes only while this instance applies nothing, so a chunk is never half in one and half in the other.
 */
export class Succession {
  private readonly id = randomUUID()
  private readonly stopped = new AbortController()
  private running: Promise<void> | undefined
  private looking: Promise<void> | undefined
  private taken: number | undefined
  private step: Step = 'alone'
  private liveNow = 0
  private other: { generation: number; feeding: Feeding } | undefined
  private heldSince: number | undefined

  constructor(private readonly options: SuccessionOptions) {}

  /** The generation that this instance reads and feeds as the live one. */
  get live(): number {
    return this.liveNow
  }

  start(): void {
    // Until it is known which generation is live.
    void this.options.live().gate.shut()
    this.running = this.run()
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    await Promise.all([this.running, this.other?.feeding.stop()])
    if (this.step !== 'alone') await forgetInstances(this.options.db(), this.id).catch(() => undefined)
  }

  /** Resolves when it is known which generation is live: nothing may be applied before. */
  async known(): Promise<void> {
    if (this.taken === undefined) await this.look()
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped
    while (!signal.aborted) {
      await this.look().catch((error: unknown) =>
        this.options.logger.warn({ err: error }, 'could not look for a rebuild of the read models'),
      )
      this.endLongHold()
      await pause(this.step === 'alone' ? LOOK_EVERY_MS : LOOK_WHILE_UNDER_WAY_MS, signal)
    }
  }

  private look(): Promise<void> {
    this.looking ??= this.once().finally(() => (this.looking = undefined))
    return this.looking
  }

  private async once(): Promise<void> {
    const { db, readers, topics } = this.options
    const state = await readModelState(db())
    if (state.revision !== this.taken) {
      await this.take(state)
      this.taken = state.revision
      this.step = state.step
    }
    if (state.step === 'alone') return
    const otherLogs = [...this.options.live().group.otherLogs()]
    await sayInstance(db(), this.id, { revision: state.revision, collections: readers.names(), topics: topics(), otherLogs })
  }

  private async take(state: ReadModelState): Promise<void> {
    const { logger } = this.options
    const { step, live, beside, cut } = state
    if (live !== this.liveNow || this.taken === undefined) await this.goOverTo(live)
    if (this.other && this.other.generation !== beside) await this.leave(this.other.feeding)
    if (beside !== null && !this.other) {
      this.other = { generation: beside, feeding: this.options.beside(beside) }
      this.other.feeding.start()
      logger.info({ generation: beside }, 'read models are built beside the live ones')
    }
    const gates = [this.options.live().gate, ...(this.other ? [this.other.feeding.gate] : [])]
    const isHeld = step === 'holding' || step === 'levelling' || step === 'swapped'
    this.heldSince = isHeld ? (this.heldSince ?? performance.now()) : undefined
    if (step === 'levelling') for (const gate of gates) gate.openUpTo(cut)
    else if (isHeld) await Promise.all(gates.map((gate) => gate.shut()))
    else for (const gate of gates) gate.open()
  }

  private async goOverTo(generation: number): Promise<void> {
    const { live, readers, logger } = this.options
    await live().gate.shut()
    if (generation !== this.liveNow) logger.info({ from: this.liveNow, to: generation }, 'another generation of the read models is live')
    this.liveNow = generation
    readers.show(generation)
    live().group.placeAgain()
  }

  /** Its gate stays shut, so nothing is waited for but what is under way. */
  private async leave(feeding: Feeding): Promise<void> {
    this.other = undefined
    await feeding.gate.shut()
    void feeding.stop()
  }

  private endLongHold(): void {
    if (this.heldSince === undefined || performance.now() - this.heldSince < LONGEST_HOLD_MS) return
    this.heldSince = undefined
    this.options.logger.warn({ step: this.step }, 'a swap of the read models was not ended: they are fed again')
    this.options.live().gate.open()
    this.other?.feeding.gate.open()
  }
}
