import { Bell } from './bell'
import type { Offsets } from './position'
import { type StreamRecord, TopicReader, type TopicSource } from './topic-reader'

/** A subscriber who takes nothing for so long loses his reader; he gets another, from where he was, when he comes back. */
const STALLED_MS = 30_000
const HEARTBEAT_MS = 1_000

/** Reads what lies further back than the ring, for one subscriber and at his pace: it fetches the next batch when the last is taken. */
export class CatchUp {
  private readonly reader: TopicReader
  private readonly bell = new Bell()
  private batch: StreamRecord[] = []
  private taken = 0
  private closed = false

  constructor(source: TopicSource, offsets: Offsets) {
    const next = new Map([...offsets].map(([topic, partitions]) => [topic, [...partitions]]))
    this.reader = new TopicReader(source, next, (records, alive) => this.offer(records, alive))
  }

  /** Resolves when Kafka is left, because of `close` or because nobody took anything. */
  get ended(): Promise<void> {
    return this.reader.ended
  }

  /** The next record; undefined when `signal` was aborted, or the reader lost, before one came. */
  async take(signal: AbortSignal): Promise<StreamRecord | undefined> {
    while (!signal.aborted && !this.closed) {
      const record = this.batch[this.taken]
      if (!record) {
        await this.bell.next(signal)
        continue
      }
      this.taken += 1
      if (this.taken === this.batch.length) this.bell.ring()
      return record
    }
    return undefined
  }

  /** Leaves Kafka; records not yet taken are forgotten. */
  async close(): Promise<void> {
    this.closed = true
    this.bell.ring()
    await this.reader.stop()
  }

  private async offer(records: StreamRecord[], alive: () => Promise<void>): Promise<void> {
    this.batch = [...this.batch.slice(this.taken), ...records]
    this.taken = 0
    this.bell.ring()
    let last = { taken: 0, at: Date.now() }
    while (this.taken < this.batch.length && !this.closed) {
      await this.bell.next(AbortSignal.timeout(HEARTBEAT_MS))
      if (this.taken > last.taken) last = { taken: this.taken, at: Date.now() }
      if (Date.now() - last.at > STALLED_MS) void this.close()
      await alive()
    }
  }
}
