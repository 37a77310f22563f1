import { pause } from '../backoff'
import type { PartitionPosition } from '../consumer/positions'

/** Before what is applied to a read model: it can be shut at once, or let through up to a place of the log. */
export class Gate {
  private until: 'open' | 'shut' | ReadonlyMap<string, number> = 'open'
  private inside = 0
  private emptied: (() => void)[] = []
  private changed = new AbortController()
  private lastAt = -Infinity

  get isOpen(): boolean {
    return this.until === 'open'
  }

  get isShut(): boolean {
    return this.until === 'shut'
  }

  /** Records of a partition (`<topic>@<partition>`) may pass whose offset is below this. */
  limitOf(partition: string): number {
    if (this.until === 'open') return Infinity
    return this.until === 'shut' ? 0 : (this.until.get(partition) ?? 0)
  }

  /** Begins a piece of work; the answer ends it. */
  enter(): () => void {
    this.inside += 1
    this.lastAt = performance.now()
    return () => {
      this.inside -= 1
      this.lastAt = performance.now()
      if (this.inside === 0) for (const tell of this.emptied.splice(0)) tell()
    }
  }

  /** Lets nothing pass any more; resolves when nobody is inside. */
  async shut(): Promise<void> {
    this.turn('shut')
    if (this.inside > 0) await new Promise<void>((resolve) => this.emptied.push(resolve))
  }

  /** Lets pass what stands before these places. */
  openUpTo(cut: readonly PartitionPosition[]): void {
    this.turn(new Map(cut.map(({ topic, partition, next }) => [`${topic}@${partition}`, next])))
  }

  open(): void {
    this.turn('open')
  }

  /** Waits until the gate is turned, at most so long. */
  async turned(milliseconds: number): Promise<void> {
    await pause(milliseconds, this.changed.signal)
  }

  /** Whether work is under way, and how long ago there was any, in milliseconds. */
  get use(): { now: boolean; ago: number } {
    return { now: this.inside > 0, ago: this.inside > 0 ? 0 : performance.now() - this.lastAt }
  }

  private turn(until: typeof this.until): void {
    if (this.until === until) return
    this.until = until
    this.changed.abort()
    this.changed = new AbortController()
  }
}
