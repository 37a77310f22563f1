import type { Service } from '@sizhang/engines'
import { type AggregateDocument, type KafkaAsked, lagOf, outboxIn, type Places, Positions, type Waiting } from '@sizhang/messaging'
import type { Connection } from 'mongoose'
import { liveIn } from '../../exact/applied'
import { driverOf } from '../../exact/databases'
import { FOLLOWED } from '../../exact/followed'
import { aggregatesIn } from '../../exact/states'

/** How far a service is, by what Kafka and its database hold: true of all its instances together, and also when none runs. */
export interface Figures {
  /** Unknown while Kafka does not answer. */
  lag: Waiting | undefined
  outbox: Waiting
  parked: number
}

/** @param ends up to where each topic reaches; undefined while Kafka does not answer */
export async function figuresOf(
  service: Service,
  database: Connection,
  asked: KafkaAsked,
  ends: ReadonlyMap<string, Places> | undefined,
): Promise<Figures> {
  const live = await liveIn(database)
  const topics = FOLLOWED[service].filter((topic) => ends?.has(topic))
  const positions = new Positions(() => live, new Set())
  const aggregates = (await aggregatesIn(database)).map((name) => driverOf(database).collection<AggregateDocument>(name))
  return {
    lag: ends && (await lagOf({ ...asked, topics, positions })),
    outbox: await outboxIn(aggregates),
    parked: await live.collection('parked').countDocuments(),
  }
}
