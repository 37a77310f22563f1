import { randomUUID } from 'node:crypto'
import { eventByType, type Envelope, type Fact } from '@sizhang/contracts'
import { connect, outboxIn, replay, type KafkaSettings, type Relay } from '@sizhang/messaging'
import pino from 'pino'
import { markText } from '../store/marks'
import { until } from './until'

const silent = pino({ level: 'silent' })

/** Publishes others' facts as their services would, one sequence an aggregate, and reads what stands in a topic. */
export class FactLog {
  private readonly last = new Map<string, number>()

  /** With the relay of a service under test, what the service has saved is waited for. */
  constructor(
    private readonly kafka: KafkaSettings,
    private readonly relay: Pick<Relay, 'watched'> = { watched: [] },
  ) {}

  /** Publishes facts in order, each so many times, as what an account did; answers the mark of each aggregate at which they are applied. */
  async publish(facts: readonly Fact[], times = 1, actor: string = randomUUID()): Promise<string[]> {
    const events = facts.map((fact) => this.next(fact, actor))
    const records = events.map(({ topic, event }) => ({ topic, key: event.subject, value: JSON.stringify(event) }))
    for (let time = 0; time < times; time++) await this.put(records)
    const last = new Map(events.map(({ topic, event }) => [`${topic}/${event.subject}`, { topic, event }]))
    return [...last.values()].map(({ topic, event }) => markText({ topic, id: event.subject, seq: Number(event.sequence) }))
  }

  /** Puts records into topics as they are, good or bad. */
  async put(records: readonly { topic: string; key: string; value: string }[]): Promise<void> {
    const producer = connect(this.kafka, silent).producer({ allowAutoTopicCreation: false })
    await producer.connect()
    const topics = [...new Set(records.map(({ topic }) => topic))]
    const topicMessages = topics.map((topic) => ({
      topic: this.kafka.topicPrefix + topic,
      messages: records.filter((record) => record.topic === topic).map(({ key, value }) => ({ key, value })),
    }))
    // A partition of a new topic may have no leader yet; what is then sent twice is dropped by its sequence.
    await until(() =>
      producer.sendBatch({ topicMessages }).then(
        () => true,
        () => false,
      ),
    )
    await producer.disconnect()
  }

  /** All that stands in a topic once the service has published what it saved, byte for byte. */
  async read(topic: string): Promise<string[]> {
    await until(async () => (await outboxIn(this.relay.watched)).count === 0)
    const texts: string[] = []
    await replay({ kafka: this.kafka, logger: silent, topic }, ({ raw }) => void texts.push(String(raw.value)))
    return texts
  }

  private next({ type, data }: Fact, actor: string): { topic: string; event: Envelope } {
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
      actor,
      data,
    }
    return { topic: definition.topic, event }
  }
}
