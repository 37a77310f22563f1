import { setTimeout as timer } from 'node:timers/promises'
import { explain } from '@sizhang/engines'

/** Something that is kept running. */
export interface Kept {
  name: string
  log: string
  /** Starts it and waits until it serves. */
  start: () => Promise<void>
  /** Resolves when it has ended. */
  ended: () => Promise<void>
}

/** Waits so many milliseconds, or until the signal. */
type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

const first = 1_000
const longest = 30_000
/** After that long in service, the next restart begins again with the shortest pause. */
const steadyAfter = 60_000

/** Keeps things running: one that ends is named and started again, after pauses that grow from 1 to 30 seconds. */
export class Supervisor {
  private readonly stopping = new AbortController()

  constructor(
    private readonly say: (line: string) => void,
    private readonly wait: Wait = (milliseconds, signal) => timer(milliseconds, undefined, { signal }).catch(() => undefined),
  ) {}

  /** Watches something that serves now. */
  keep(kept: Kept): void {
    void this.watch(kept)
  }

  /** From here on, what ends has been told to. */
  release(): void {
    this.stopping.abort()
  }

  private async watch(kept: Kept): Promise<void> {
    const { signal } = this.stopping
    let pause = first
    let served = Date.now()
    while (!signal.aborted) {
      await kept.ended()
      if (signal.aborted) return
      if (Date.now() - served > steadyAfter) pause = first
      this.say(`${kept.name} 已停止，${pause / 1000} 秒后重启 stopped, restarting in ${pause / 1000} s  ${kept.log}`)
      await this.wait(pause, signal)
      if (signal.aborted) return
      pause = Math.min(pause * 2, longest)
      served = await this.restart(kept)
    }
  }

  private async restart(kept: Kept): Promise<number> {
    const from = Date.now()
    try {
      await kept.start()
      this.say(`${kept.name} 已恢复 serving again  ${((Date.now() - from) / 1000).toFixed(1)} s`)
    } catch (error) {
      if (!this.stopping.signal.aborted) this.say(explain(error))
    }
    return Date.now()
  }
}
