import Broker, { type FetchAnswer } from 'kafkajs/src/broker/index.js'
import './fetch-sessions'

/** A consumer waits for half as long as it worked on what came last: a machine that is busy, or slow, saves more trips than one that has time. */
const OF_THE_WORK = 0.5
const MOST_MS = 25
/** As much as is worth a trip: a consumer that lags by more never waits. */
const WORTH_A_TRIP = 512 * 1024

const answered = new WeakMap<Broker, { at: number; count: number }>()
const fetchAtOnce = Broker.prototype.fetch

/**
 * While facts come in crowds, the broker is asked for what is worth a trip, or for what there is in a moment: each trip, to Kafka and to the database,
 * costs what it costs however few facts it carries, and in a crowd all wait for the processors that trips take. After a fact that came alone nothing waits.
 */
Broker.prototype.fetch = async function fetchGathered(request) {
  const last = answered.get(this)
  answered.delete(this)
  const wait = Math.min(request.maxWaitTime, last ? waitAfter(last.count, performance.now() - last.at) : 0)
  const answer = await fetchAtOnce.call(this, wait > 0 ? { ...request, maxWaitTime: wait, minBytes: WORTH_A_TRIP } : request)
  answered.set(this, { at: performance.now(), count: countOf(answer) })
  return answer
}

/** Milliseconds for which it is worth to let facts gather, after so many came together and were worked on for so long. */
export function waitAfter(count: number, tookMs: number): number {
  return count > 1 ? Math.round(Math.min(MOST_MS, tookMs * OF_THE_WORK)) : 0
}

function countOf({ responses }: FetchAnswer): number {
  let count = 0
  for (const { partitions } of responses) for (const { messages } of partitions) count += messages.length
  return count
}
