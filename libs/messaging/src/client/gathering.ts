import Broker, { type FetchAnswer } from 'kafkajs/src/broker/index.js'
import './fetch-sessions'

/** What each further fact of the last answer says of the next: five milliseconds are worth waiting for two hundred facts a second and more. */
const A_FACT_MS = 5
const MOST_MS = 10
/** As much as is worth a trip: a consumer that lags by more never waits. */
const WORTH_A_TRIP = 512 * 1024

const waits = new WeakMap<Broker, number>()
const fetchAtOnce = Broker.prototype.fetch

/**
 * While facts come in crowds, the broker is asked for what is worth a trip, or for what there is in a moment: each trip, to Kafka and to the database,
 * costs what it costs however few facts it carries, and in a crowd all wait for the processors that trips take. After a fact that came alone nothing waits.
 */
Broker.prototype.fetch = async function fetchGathered(request) {
  const wait = Math.min(request.maxWaitTime, waits.get(this) ?? 0)
  waits.delete(this)
  const answer = await fetchAtOnce.call(this, wait > 0 ? { ...request, maxWaitTime: wait, minBytes: WORTH_A_TRIP } : request)
  waits.set(this, waitAfter(countOf(answer)))
  return answer
}

/** Milliseconds for which it is worth to let facts gather, after so many came together. */
export function waitAfter(count: number): number {
  return Math.min(MOST_MS, Math.max(0, count - 1) * A_FACT_MS)
}

function countOf({ responses }: FetchAnswer): number {
  let count = 0
  for (const { partitions } of responses) for (const { messages } of partitions) count += messages.length
  return count
}
