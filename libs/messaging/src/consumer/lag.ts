interface PartitionLag {
  behind: number
  /** When the oldest event that waits was recorded, milliseconds since the epoch. */
  since: number
}

/** How far a member is behind, from what each batch says of its partition. */
export class Lag {
  private readonly partitions = new Map<string, PartitionLag>()

  /**
   * Notes that a partition is applied up to, not including, `next`.
   * @param recordedAt when the event at `next` was recorded, or the last one before it, where that is all that is known
   */
  stands(partition: string, next: number, highWatermark: number, recordedAt: number): void {
    this.partitions.set(partition, { behind: Math.max(0, highWatermark - next), since: recordedAt })
  }

  /** Forgets a partition, or all of them, which then may belong to another member. */
  forget(partition?: string): void {
    if (partition === undefined) this.partitions.clear()
    else this.partitions.delete(partition)
  }

  /** Events that Kafka holds beyond what is applied. */
  events(): number {
    return [...this.partitions.values()].reduce((sum, { behind }) => sum + behind, 0)
  }

  /** For how long the oldest event has waited, in seconds; 0 when nothing waits. */
  seconds(): number {
    const late = [...this.partitions.values()].filter(({ behind }) => behind > 0)
    return late.length > 0 ? Math.max(0, Date.now() - Math.min(...late.map(({ since }) => since))) / 1000 : 0
  }
}
