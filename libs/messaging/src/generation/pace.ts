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
/** Whether it gains on the log is looked at so often. */
const GAINS_EVERY_MS = 5_000
/** At most it takes pieces so many times as large, with rests so many times as short. */
const MOST_PRESSED = 16

/**
 * How fast a generation is built beside the live one: at full speed while nobody works, else in small pieces that make way for live facts. One
 * that does not gain on the log presses harder, again and again: facts that never let up would keep it from ever ending.
 */
export class Pace {
  private pressed = 1
  private looked: { at: number; waiting: number } | undefined

  constructor(
    private readonly gate: Gate,
    private readonly lag: Lag,
    private readonly now = () => performance.now(),
  ) {}

  /** Events that are folded and written together. */
  get chunk(): number {
    return this.isBusy ? CHUNK_WHILE_BUSY * this.pressed : CHUNK_WHILE_IDLE
  }

  /**
   * Rests after a piece of work, and longer while live facts wait.
   * @param tookMs how long the work took
   * @param waiting events that are still to be built in
   */
  async rest(tookMs: number, waiting: number): Promise<void> {
    if (!this.isBusy) return
    this.press(waiting)
    await pause(Math.max(SHORTEST_REST_MS, (tookMs * RESTS) / this.pressed))
    const until = performance.now() + LONGEST_YIELD_MS / this.pressed
    while ((this.gate.use.now || this.lag.events() > 0) && performance.now() < until) await pause(LOOK_EVERY_MS)
  }

  private press(waiting: number): void {
    const at = this.now()
    if (this.looked && at - this.looked.at < GAINS_EVERY_MS) return
    const gains = !this.looked || waiting < this.looked.waiting || waiting <= CHUNK_WHILE_BUSY
    this.pressed = gains ? this.pressed : Math.min(MOST_PRESSED, this.pressed * 2)
    this.looked = { at, waiting }
  }

  private get isBusy(): boolean {
    return this.gate.use.ago < BUSY_WITHIN_MS || this.lag.events() > 0
  }
}
