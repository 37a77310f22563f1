import { Buffer } from 'node:buffer'

/** An event that is saved with its aggregate and not yet known to be in Kafka. */
export interface OutboxEntry {
  /** Running number within the aggregate, gap-free from 1. */
  seq: number
  /** UUIDv7. */
  id: string
  type: string
  time: Date
  data: Record<string, unknown>
  /** Account that acted. */
  actor: string
  unit?: string
  correlationid: string
  causationid?: string
  traceparent?: string
}

/** What an aggregate's document keeps for messaging; it is projected out of reads. */
export interface AggregateLog {
  /** The last sequence number given out. */
  seq: number
  outbox: OutboxEntry[]
  /** Since when the outbox waits: the sweeper goes by it. Absent when the outbox is empty. */
  pendingAt?: Date
  /** The last commands, so that a repeated one gets its first answer. */
  commands: { id: string; hash: string; seq: number }[]
}

/** The part of an aggregate's document that the relay knows; the state stands beside it. */
export interface AggregateDocument {
  _id: string
  version: number
  log: AggregateLog
}

/** While Kafka is away, an aggregate keeps at most so much; the next command on it is refused until the outbox is drained. */
const MOST_EVENTS = 100
const MOST_BYTES = 4 * 1024 * 1024

/** Whether the outbox takes no further event: the caller answers "unavailable, try again later". */
export function outboxFull(outbox: readonly OutboxEntry[]): boolean {
  if (outbox.length >= MOST_EVENTS) return true
  let bytes = 0
  for (const entry of outbox) bytes += Buffer.byteLength(JSON.stringify(entry.data))
  return bytes >= MOST_BYTES
}

/** The entries after `seq`, in order of sequence: the unpublished prefix that is always sent whole. */
export function unpublished(outbox: readonly OutboxEntry[], seq: number): OutboxEntry[] {
  return outbox.filter((entry) => entry.seq > seq).sort((a, b) => a.seq - b.seq)
}
