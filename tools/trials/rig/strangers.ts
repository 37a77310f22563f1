import { randomUUID } from 'node:crypto'
import { connect } from '@sizhang/messaging'
import type { Rig } from './rig'

/** The topic into which strangers write. */
export const STRANGERS_TOPIC = 'activity.activities'

/** A record that none of the product's services wrote. */
export interface Stranger {
  key: string
  value: string | Buffer | null
}

interface Place {
  partition: number
  baseOffset?: string
}

/** A client of the rig's Kafka that is none of the product's. */
export function strangerTo({ asked }: Rig): ReturnType<typeof connect> {
  return connect(asked.kafka, asked.logger)
}

/** Puts records into the topic as a stranger would; gives where in each partition the first of them came to stand. */
export async function put(rig: Rig, records: Stranger[]): Promise<Place[]> {
  const producer = strangerTo(rig).producer()
  await producer.connect()
  const places = await producer.send({ topic: (rig.settings.topicPrefix ?? '') + STRANGERS_TOPIC, messages: records })
  await producer.disconnect()
  return places
}

/** A whole fact of an activity that no service recorded. */
export function factOf(activityId: string, changes: object = {}, more: object = {}): { key: string; value: string } {
  const data = { activityId, path: ['320200'], on: '2025-05-02', ...changes }
  const envelope = {
    specversion: '1.0',
    id: randomUUID(),
    type: 'activity.activity-withdrawn.v1',
    source: '/sizhang/activity',
    subject: activityId,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    sequence: '1',
    partitionkey: activityId,
    correlationid: 'trials',
    actor: 'trials',
    data,
    ...more,
  }
  return { key: activityId, value: JSON.stringify(envelope) }
}
