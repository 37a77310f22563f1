import { pause } from '../backoff'
import type { Lag } from '../consumer/lag'
import type { Gate } from './gate'

/** Live facts that came within this time tell that more will come. */
const BUSY_WITHIN_MS = 2_000
/** Few enough that a live fact that comes meanwhile hardly waits for them. */
const CHUNK_WHILE_BUSY = 25
const CHUNK_WHILE_IDLE = 2_000
/** After each piece of work, a rest so many times as long. */
const RESTS = 6
const SHORTEST_REST_MS = 20
/** However busy the live one is, the rebuild gets on once in this time. */
const LONGEST_YIELD_MS = 1_000
const LOOK_EVERY_MS = 5

/** How fast a generation is built beside the live one: at full speed while nobody works, else in small pieces that make way for live facts. */
export class Pace {
  constructor(
    private readonly gate: Gate,
    private readonly lag: Lag,
  ) {}

  /** Events that are folded and written together. */
  get chunk(): number {
    return this.isBusy ? CHUNK_WHILE_BUSY : CHUNK_WHILE_IDLE
  }

  /** Rests after a piece of work that took so many milliseconds, and longer while live facts wait. */
  async rest(tookMs: number): Promise<void> {
    if (!this.isBusy) return
    await pause(Math.max(SHORTEST_REST_MS, tookMs * RESTS))
    const until = performance.now() + LONGEST_YIELD_MS
    while ((this.gate.use.now || this.lag.events() > 0) && performance.now() < until) await pause(LOOK_EVERY_MS)
  }

  private get isBusy(): boolean {
    return this.gate.use.ago < BUSY_WITHIN_MS || this.lag.events() > 0
  }
}
