import type { Envelope, EventDefinition } from '../define-event'
import { PARTITIONS } from '../events'
import { recordSchema } from './json-schema'

/** The samples of the event versions, by type. */
export type Samples = ReadonlyMap<string, Envelope>

const CONTENT_TYPE = 'application/cloudevents+json'

/** All topics and facts as an AsyncAPI 3.0 document, for readers outside this repository and their tools. */
export function asyncApi(events: readonly EventDefinition[], samples: Samples, version: string): object {
  const topics = [...new Set(events.map((event) => event.topic))]
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Sizhang 四长',
      version,
      description:
        'The facts that the services of Sizhang publish to Kafka. 各服务发布到 Kafka 的事实。\n' +
        'A record is a CloudEvents 1.0 envelope in structured mode; topics keep facts for ever. ' +
        'A reader skips what it knows by `sequence`, and accepts fields that it does not know.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: CONTENT_TYPE,
    channels: byName(topics, (topic) =>
      channel(
        topic,
        events.filter((event) => event.topic === topic),
      ),
    ),
    operations: byName(topics, (topic) => ({
      action: 'send',
      title: `Facts of ${topic}`,
      channel: { $ref: `#/channels/${topic}` },
    })),
    components: {
      messages: Object.fromEntries(events.map((event) => [event.type, message(event, samples)])),
      schemas: Object.fromEntries(events.map((event) => [event.type, recordSchema(event)])),
    },
  }
}

function channel(topic: string, events: EventDefinition[]): object {
  const [first] = events
  return {
    address: topic,
    title: topic,
    description: `One aggregate, one order: the records of one ${first?.key ?? 'aggregate'} stand in one partition, by its sequence.`,
    messages: byName(
      events.map((event) => event.type),
      (type) => ({ $ref: `#/components/messages/${type}` }),
    ),
    bindings: {
      kafka: {
        topic,
        partitions: PARTITIONS,
        topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': -1 },
        bindingVersion: '0.5.0',
      },
    },
  }
}

function message(event: EventDefinition, samples: Samples): object {
  const sample = samples.get(event.type)
  return {
    name: event.type,
    title: event.summary.en,
    summary: `${event.summary.zh} · ${event.summary.en}`,
    contentType: CONTENT_TYPE,
    payload: { $ref: `#/components/schemas/${event.type}` },
    bindings: { kafka: { key: { type: 'string', description: `The aggregate's id: data.${event.key}.` }, bindingVersion: '0.5.0' } },
    ...(sample && { examples: [{ name: event.type, payload: sample }] }),
  }
}

function byName(names: readonly string[], value: (name: string) => object): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, value(name)]))
}
