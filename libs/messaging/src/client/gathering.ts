import Broker, { type FetchAnswer } from 'kafkajs/src/broker/index.js'
import './fetch-sessions'

/** What each further fact of the last time says of the next: five milliseconds are worth waiting for two hundred facts a second and more. */
const A_FACT_MS = 5
/** A consumer asks for at most this long, of which its followers see half on average. */
const MOST_OF_A_FETCH_MS = 20
/** As much as is worth a trip: a consumer that lags never waits. */
const WORTH_A_FETCH = 512 * 1024

/**
 * Milliseconds for which it is worth to let facts gather, after so many came together the last time. Each trip, to Kafka and to the database,
 * costs what it costs, however few facts it carries, and in a crowd all wait for the processors that the trips take. A fact that comes alone never waits.
 * @param most milliseconds
 */
export function gatheringAfter(count: number, most: number): number {
  return Math.min(most, Math.max(0, count - 1) * A_FACT_MS)
}

const counts = new WeakMap<Broker, number>()
const fetch = Broker.prototype.fetch

/** While facts come in crowds, the broker answers when there is something worth a trip, or a moment is over. */
Broker.prototype.fetch = async function fetchGathered(request) {
  const wait = Math.min(request.maxWaitTime, gatheringAfter(counts.get(this) ?? 0, MOST_OF_A_FETCH_MS))
  counts.delete(this)
  const answer = await fetch.call(this, wait > 0 ? { ...request, maxWaitTime: wait, minBytes: WORTH_A_FETCH } : request)
  counts.set(this, countOf(answer))
  return answer
}

function countOf({ responses }: FetchAnswer): number {
  let count = 0
  for (const { partitions } of responses) for (const { messages } of partitions) count += messages.length
  return count
}
