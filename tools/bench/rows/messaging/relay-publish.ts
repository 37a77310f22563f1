import { setTimeout as pause } from 'node:timers/promises'
import { type AggregateDocument, connect } from '@sizhang/messaging'
import { A_RELAY_HOLDS, publish, quiet, recordsIn, savedUnits, startedRelay, UNITS } from '../../data/facts'
import type { Row } from '../../row'
import { perSecond } from '../../sides/work'

const EVENTS = A_RELAY_HOLDS
const A_BATCH = 100
/** Between two looks at how far it is: costs nothing, and is nothing beside a second. */
const LOOK_EVERY_MS = 2

/** Outboxes handed over, until Kafka has acknowledged the last event; they are cleared meanwhile. Raw: the same bytes, made beforehand, sent in batches. */
export const relayPublish: Row = {
  number: 5,
  async prepare(site) {
    const kafka = site.kafka()
    const units = site.database().collection<AggregateDocument>('units')
    const relay = startedRelay(kafka, units)
    await publish(relay, units, savedUnits(EVENTS))
    const headers = { 'content-type': 'application/cloudevents+json' }
    const messages = (await recordsIn(kafka)).map(({ value }, place) => ({ key: `unit-${place}`, value, headers }))
    const producer = connect(kafka, quiet).producer({ idempotent: false, allowAutoTopicCreation: false })
    await producer.connect()
    const topic = kafka.topicPrefix + UNITS
    return {
      sizes: `${EVENTS} events a round, one an aggregate, ${messages[0]?.value?.length} bytes each; raw ${A_BATCH} a batch`,
      sides: {
        relay: async () => {
          const documents = savedUnits(EVENTS)
          await units.insertMany(documents, { ordered: false })
          const from = performance.now()
          const cleared = publish(relay, units, documents)
          while (relay.publishedUpTo(units, documents.at(-1)?._id ?? '') === 0) await pause(LOOK_EVERY_MS)
          const rate = perSecond(EVENTS, from)
          await cleared
          return rate
        },
        raw: async () => {
          const from = performance.now()
          for (let at = 0; at < messages.length; at += A_BATCH)
            await producer.sendBatch({ topicMessages: [{ topic, messages: messages.slice(at, at + A_BATCH) }], acks: -1 })
          return perSecond(messages.length, from)
        },
      },
      lines: [{ name: 'relay publish', unit: 'events/s', ours: 'relay', theirs: 'raw', aim: { ratioAtLeast: 0.6 } }],
      end: async () => {
        await Promise.all([relay.drain(), producer.disconnect()])
      },
    }
  },
}
