import { randomUUID } from 'node:crypto'
import { eventByType, type Envelope, type Fact } from '@sizhang/contracts'
import { connect, type KafkaSettings } from '@sizhang/messaging'
import { markText } from '@sizhang/service-kit'
import pino from 'pino'
import { until } from './until'

/** Publishes facts as their services would: one sequence an aggregate, in order. */
export class FactLog {
  private readonly last = new Map<string, number>()

  constructor(private readonly kafka: KafkaSettings) {}

  /** Publishes facts, each so many times; answers the marks at which they are applied. */
  async publish(facts: readonly Fact[], times = 1): Promise<string[]> {
    const events = facts.map((fact) => this.next(fact))
    const producer = connect(this.kafka, pino({ level: 'silent' })).producer({ allowAutoTopicCreation: false })
    await producer.connect()
    const topicMessages = byTopic(events, this.kafka.topicPrefix)
    // A partition of a new topic may have no leader yet; what is then sent twice is dropped by its sequence.
    const put = () =>
      producer.sendBatch({ topicMessages }).then(
        () => true,
        () => false,
      )
    for (let time = 0; time < times; time++) await until(put)
    await producer.disconnect()
    const marks = new Map(events.map(({ topic, event }) => [`${topic}/${event.subject}`, mark(topic, event)]))
    return [...marks.values()]
  }

  private next({ type, data }: Fact): Placed {
    const definition = eventByType(type)
    if (!definition) throw new Error(`no fact is declared under the name ${type}`)
    const subject = String(data[definition.key])
    const place = `${definition.topic}/${subject}`
    const sequence = (this.last.get(place) ?? 0) + 1
    this.last.set(place, sequence)
    const event: Envelope = {
      specversion: '1.0',
      id: randomUUID(),
      type,
      source: `/sizhang/${definition.service}`,
      subject,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      sequence: String(sequence),
      partitionkey: subject,
      correlationid: randomUUID(),
      actor: randomUUID(),
      data,
    }
    return { topic: definition.topic, event }
  }
}

interface Placed {
  topic: string
  event: Envelope
}

function byTopic(events: readonly Placed[], prefix: string): { topic: string; messages: { key: string; value: string }[] }[] {
  return [...new Set(events.map(({ topic }) => topic))].map((topic) => ({
    topic: prefix + topic,
    messages: events.filter((placed) => placed.topic === topic).map(({ event }) => ({ key: event.subject, value: JSON.stringify(event) })),
  }))
}

function mark(topic: string, { subject, sequence }: Envelope): string {
  return markText({ topic, id: subject, seq: Number(sequence) })
}
