import type { Offsets } from './position'
import type { StreamRecord } from './topic-reader'

/**
 * The latest records of all topics, in the order in which they came; the oldest makes room for the newest.
 * A subscriber reads it by index at his own pace: however slow he is, he costs no memory.
 */
export class Ring {
  private readonly records: StreamRecord[] = []
  /** Index of the oldest record that is kept. */
  first = 0
  /** Index that the next record will get. */
  end = 0

  /** @param start the offsets from which on records are added @param capacity how many are kept */
  constructor(
    private readonly start: Offsets,
    private readonly capacity: number,
  ) {}

  add(record: StreamRecord): void {
    if (this.end - this.first === this.capacity) this.forgetOldest()
    this.records[this.end % this.capacity] = record
    this.end += 1
  }

  /** The record at an index between `first` and `end`. */
  at(index: number): StreamRecord | undefined {
    return this.records[index % this.capacity]
  }

  /** Whether someone who has come so far finds all that he has not seen either here or still to come. */
  covers(offsets: Offsets): boolean {
    for (const [topic, partitions] of offsets) {
      const start = this.start.get(topic) ?? []
      if (partitions.some((next, partition) => next < (start[partition] ?? 0))) return false
    }
    return true
  }

  private forgetOldest(): void {
    const oldest = this.at(this.first)
    const start = oldest && this.start.get(oldest.topic)
    if (start) start[oldest.partition] = oldest.offset + 1
    this.first += 1
  }
}
