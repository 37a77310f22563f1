import type { Message } from 'kafkajs'
import type { mongo } from 'mongoose'
import type { AggregateDocument, OutboxEntry } from './log'
import { recordOf } from './record'

/** The unpublished prefix of one aggregate, waiting for its turn. */
export interface Waiting {
  collection: mongo.Collection<AggregateDocument>
  topic: string
  id: string
  entries: OutboxEntry[]
}

/** As much of a waiting prefix as fits into one request. */
export interface Part {
  key: string
  waiting: Waiting
  messages: Message[]
  /** The last sequence in it. */
  upTo: number
}

const EVENTS_A_BATCH = 500
/** All of a batch may go to one partition, and the broker takes 1 MiB a partition and request. */
const BYTES_A_BATCH = 800 * 1024

/** From the front of the queue as much as one request takes; a prefix that does not fit goes in pieces, one after the other. */
export function nextBatch(queue: ReadonlyMap<string, Waiting>, source: string): Part[] {
  const batch: Part[] = []
  let events = 0
  let bytes = 0
  for (const [key, waiting] of queue) {
    const part: Part = { key, waiting, messages: [], upTo: 0 }
    for (const entry of waiting.entries) {
      const message = recordOf(entry, waiting.id, source)
      bytes += Buffer.byteLength(message.value ?? '')
      if (events === EVENTS_A_BATCH || (events > 0 && bytes > BYTES_A_BATCH)) return part.upTo ? [...batch, part] : batch
      part.messages.push(message)
      part.upTo = entry.seq
      events += 1
    }
    batch.push(part)
  }
  return batch
}

/** The messages of a batch, by topic as kafkajs takes them. */
export function byTopic(batch: readonly Part[], topicPrefix: string): { topic: string; messages: Message[] }[] {
  const topics = new Map<string, Message[]>()
  for (const { waiting, messages } of batch) {
    const topic = topicPrefix + waiting.topic
    const already = topics.get(topic)
    if (already) already.push(...messages)
    else topics.set(topic, [...messages])
  }
  return [...topics].map(([topic, messages]) => ({ topic, messages }))
}
