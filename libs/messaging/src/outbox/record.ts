import type { Envelope } from '@sizhang/contracts'
import type { Message } from 'kafkajs'
import type { OutboxEntry } from './log'

/** The whole envelope is the value: kafkajs pays dearly for each header, so there is this one. */
const headers = { 'content-type': 'application/cloudevents+json' }

/** The Kafka record of an entry: CloudEvents 1.0 in structured mode, keyed by the aggregate. */
export function recordOf(entry: OutboxEntry, subject: string, source: string): Message {
  return { key: subject, value: JSON.stringify(envelopeOf(entry, subject, source)), headers }
}

function envelopeOf(entry: OutboxEntry, subject: string, source: string): Envelope {
  return {
    specversion: '1.0',
    id: entry.id,
    type: entry.type,
    source,
    subject,
    time: entry.time.toISOString(),
    datacontenttype: 'application/json',
    sequence: String(entry.seq),
    partitionkey: subject,
    correlationid: entry.correlationid,
    causationid: entry.causationid,
    traceparent: entry.traceparent,
    actor: entry.actor,
    unit: entry.unit,
    data: entry.data,
  }
}
