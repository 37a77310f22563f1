import type { Service } from '@sizhang/engines'
import { type KafkaAsked, type Places, Positions, readLog } from '@sizhang/messaging'
import type { Connection } from 'mongoose'
import { liveIn } from '../../exact/applied'
import { FOLLOWED } from '../../exact/followed'
import { aggregatesIn } from '../../exact/states'

/** How far a service is, by what Kafka and its database hold: true of all its instances together, and also when none runs. */
export interface Figures {
  /** Unknown while Kafka does not answer. */
  lag: Waiting | undefined
  outbox: Waiting
  parked: number
}

/** How many wait, and since when the oldest does. */
export interface Waiting {
  count: number
  since: Date | undefined
}

/** @param ends up to where each topic reaches; undefined while Kafka does not answer */
export async function figuresOf(
  service: Service,
  database: Connection,
  asked: KafkaAsked,
  ends: ReadonlyMap<string, Places> | undefined,
): Promise<Figures> {
  const parked = await (await liveIn(database)).collection('parked').countDocuments()
  return { lag: ends && (await lagOf(service, database, asked, ends)), outbox: await outboxOf(database), parked }
}

/** Records that the log holds and the read models do not show yet; the oldest of them by the time at which Kafka got it. */
async function lagOf(service: Service, database: Connection, asked: KafkaAsked, ends: ReadonlyMap<string, Places>): Promise<Waiting> {
  const waiting: Waiting = { count: 0, since: undefined }
  const live = await liveIn(database)
  const positions = new Positions(() => live, new Set())
  for (const topic of FOLLOWED[service]) {
    const end: Places = ends.get(topic) ?? new Map()
    const first = new Map<number, number>()
    for (const { partition, next } of await positions.ofPartitions([...end.keys()].map((partition) => ({ topic, partition })))) {
      const behind = Math.max(0, (end.get(partition) ?? 0) - next)
      if (behind > 0) first.set(partition, next)
      waiting.count += behind
    }
    const second = new Map([...first].map(([partition, next]) => [partition, next + 1]))
    await readLog({ ...asked, topic, from: first, to: second }, ({ timestamp }) => {
      waiting.since = earlier(waiting.since, new Date(timestamp))
    })
  }
  return waiting
}

/** Facts that are saved with their aggregates and not yet known to be in Kafka. */
async function outboxOf(database: Connection): Promise<Waiting> {
  const waiting: Waiting = { count: 0, since: undefined }
  for (const name of await aggregatesIn(database)) {
    const [found] = await database
      .collection(name)
      .aggregate<{ count: number; since: Date }>([
        { $match: { 'log.pendingAt': { $exists: true } } },
        { $group: { _id: null, count: { $sum: { $size: '$log.outbox' } }, since: { $min: { $first: '$log.outbox.time' } } } },
      ])
      .toArray()
    if (found) {
      waiting.count += found.count
      waiting.since = earlier(waiting.since, found.since)
    }
  }
  return waiting
}

function earlier(one: Date | undefined, other: Date): Date {
  return one && one < other ? one : other
}
