import type { FactRead } from './topic-reader'

/**
 * What one subscriber has met: the last sequence of each aggregate. The relay may put a fact into Kafka at two offsets, so a place in the
 * topics alone does not tell whether a fact was given out already. The aggregates met last are remembered, so that memory stays bounded.
 */
export class Met {
  private readonly sequences = new Map<string, number>()

  constructor(private readonly capacity = 50_000) {}

  /** Whether the fact is new to the subscriber; it is remembered. */
  isNew({ topic, subject, sequence }: Pick<FactRead, 'topic' | 'subject' | 'sequence'>): boolean {
    const key = `${topic}/${subject}`
    const known = this.sequences.get(key) ?? 0
    this.sequences.delete(key)
    this.sequences.set(key, Math.max(known, sequence))
    const [oldest] = this.sequences.keys()
    if (this.sequences.size > this.capacity && oldest !== undefined) this.sequences.delete(oldest)
    return sequence > known
  }
}
