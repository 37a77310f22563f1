import type { mongo } from 'mongoose'
import type { AggregateDocument } from '../outbox/log'
import { earlier, type Waiting } from './waiting'

/** Facts that are saved with their aggregates and not yet known to be in Kafka, whichever instance saved them. Found by the sweeper's index. */
export async function outboxIn(collections: Iterable<mongo.Collection<AggregateDocument>>): Promise<Waiting> {
  const waiting: Waiting = { count: 0, since: undefined }
  for (const collection of collections) {
    const [found] = await collection
      .aggregate<{ count: number; since: Date }>([
        { $match: { 'log.pendingAt': { $exists: true } } },
        { $group: { _id: null, count: { $sum: { $size: '$log.outbox' } }, since: { $min: { $first: '$log.outbox.time' } } } },
      ])
      .toArray()
    if (!found) continue
    waiting.count += found.count
    waiting.since = earlier(waiting.since, found.since)
  }
  return waiting
}
