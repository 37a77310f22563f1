import { randomUUID } from 'node:crypto'
import { eventByType, UnitDissolved, UnitEstablished, type Envelope, type Fact } from '@sizhang/contracts'
import { connect, ensureTopics, type KafkaSettings } from '@sizhang/messaging'
import { createLogger } from '@sizhang/service-kit'

const logger = createLogger('gateway-test', 'fatal')

/** Publishes facts as services do. */
export class FactLog {
  private readonly producer

  private constructor(private readonly kafka: KafkaSettings) {
    this.producer = connect(kafka, logger).producer({ allowAutoTopicCreation: false, retry: { retries: 12 } })
  }

  /** Opens the log once the topics are there and every partition takes records. */
  static async open(kafka: KafkaSettings): Promise<FactLog> {
    await ensureTopics({ kafka, logger })
    const log = new FactLog(kafka)
    await log.producer.connect()
    return log
  }

  /** Publishes; answers the ids of the aggregates. */
  async publish(...facts: Fact[]): Promise<string[]> {
    const subjects: string[] = []
    for (const fact of facts) {
      const { topic, key } = eventByType(fact.type) ?? { topic: '', key: '' }
      const subject = String(fact.data[key])
      subjects.push(subject)
      const value = JSON.stringify(envelopeOf(fact, subject))
      await this.producer.send({ topic: this.kafka.topicPrefix + topic, messages: [{ key: subject, value }] })
    }
    return subjects
  }

  close(): Promise<void> {
    return this.producer.disconnect()
  }
}

function envelopeOf({ type, data }: Fact, subject: string): Envelope {
  return {
    specversion: '1.0',
    id: randomUUID(),
    type,
    source: '/sizhang/test',
    subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence: '1',
    partitionkey: subject,
    correlationid: 'c',
    actor: 'a',
    data,
  }
}

const PATH = ['32', '3202', '320211', '320211001']

/** A town association was established. */
export function established(unitId: string = randomUUID(), path = PATH): Fact {
  const area = path.at(-1) ?? ''
  const place = { serves: 'TOWN' as const, area, path, covers: [area] }
  return UnitEstablished.of({
    unitId,
    unitType: 'TOWN_ASSOCIATION',
    ...place,
    parentId: null,
    mode: 'OWN',
    hostId: null,
    from: '2018-06-11',
  })
}

/** It was dissolved. */
export function dissolved(unitId: string): Fact {
  return UnitDissolved.of({ unitId, unitType: 'TOWN_ASSOCIATION', area: '320211001', path: [], on: '2026-01-01' })
}
