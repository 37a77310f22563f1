import { envelope, eventByType } from '@sizhang/contracts'
import type { Envelope } from '@sizhang/contracts'

/** A record as Kafka holds it; `topic` is without the prefix of the installation. */
export interface RawRecord {
  topic: string
  partition: number
  offset: number
  value: Buffer | null
}

/** A record that is a declared event with valid data. */
export interface Readable {
  /** The aggregate, `<topic>/<aggregate id>`. */
  key: string
  raw: RawRecord
  seq: number
  event: Envelope
}

/** A record that is not, and why. Where it does not name its aggregate, its key is its place in the log. */
export interface Unreadable {
  key: string
  raw: RawRecord
  /** Known where the envelope could be read. */
  seq?: number
  reason: string
}

/** What was made of a record. */
export type Reading = Readable | Unreadable

/** `<topic>@<partition>:<offset>`: the place of a record in the log. */
export function placeOf({ topic, partition, offset }: Pick<RawRecord, 'topic' | 'partition' | 'offset'>): string {
  return `${topic}@${partition}:${offset}`
}

/** The record within something that carries more. */
export function rawOf({ topic, partition, offset, value }: RawRecord): RawRecord {
  return { topic, partition, offset, value }
}

/** Reads a record: JSON, envelope, type, whose it is, data. What a newer release adds to a known event is left out, not refused. Never throws. */
export function read(raw: RawRecord): Reading {
  const unreadable = (reason: string, value?: unknown, seq?: number): Unreadable => ({
    key: keyOf(raw, value),
    raw,
    reason,
    ...(seq && { seq }),
  })
  if (raw.value === null) return unreadable('the record has no value')
  let value: unknown
  try {
    value = JSON.parse(raw.value.toString())
  } catch (error) {
    return unreadable(`the value is not JSON: ${String(error)}`)
  }
  const parsed = envelope.safeParse(value)
  if (!parsed.success) return unreadable(`the envelope is not as agreed: ${faults(parsed.error)}`, value)
  const event = parsed.data
  const seq = Number(event.sequence)
  const definition = eventByType(event.type)
  if (!definition) return unreadable(`this release does not know the type ${event.type}`, value, seq)
  if (definition.topic !== raw.topic) return unreadable(`${event.type} belongs to the topic ${definition.topic}`, value, seq)
  if (event.source !== `/sizhang/${definition.service}`)
    return unreadable(`${event.type} is told by ${definition.service} alone, this record is of ${event.source}`, value, seq)
  const data = definition.data.safeParse(event.data)
  if (!data.success) return unreadable(`the data is not as declared: ${faults(data.error)}`, value, seq)
  event.data = data.data
  return { key: `${raw.topic}/${event.subject}`, raw, seq, event }
}

function keyOf(raw: RawRecord, value: unknown): string {
  const named =
    typeof value === 'object' && value !== null && 'subject' in value && typeof value.subject === 'string' && value.subject !== ''
  return named ? `${raw.topic}/${value.subject}` : placeOf(raw)
}

function faults(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
}
