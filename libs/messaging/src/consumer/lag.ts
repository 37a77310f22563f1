interface PartitionLag {
  behind: number
  /** When the last applied event was recorded, milliseconds since the epoch. */
  recordedAt: number
}

/** How far a member is behind, from what each batch says of its partition. */
export class Lag {
  private readonly partitions = new Map<string, PartitionLag>()

  /** Notes that a partition is applied up to, not including, `next`. */
  applied(partition: string, next: number, highWatermark: number, recordedAt: number): void {
    this.partitions.set(partition, { behind: Math.max(0, highWatermark - next), recordedAt })
  }

  /** Forgets partitions that now may belong to another member. */
  forget(): void {
    this.partitions.clear()
  }

  /** Events that Kafka holds beyond what is applied. */
  events(): number {
    return [...this.partitions.values()].reduce((sum, { behind }) => sum + behind, 0)
  }

  /** Seconds since the last applied event was recorded, in the partition where that is longest ago; 0 when nothing waits. */
  seconds(): number {
    const late = [...this.partitions.values()].filter(({ behind }) => behind > 0)
    return late.length > 0 ? (Date.now() - Math.min(...late.map(({ recordedAt }) => recordedAt))) / 1000 : 0
  }
}
