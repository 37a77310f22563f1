import Broker, { type FetchAnswer, type FetchPart, type FetchRequest, type FetchTopic } from 'kafkajs/src/broker/index.js'

/**
 * kafkajs asks for all of its partitions each time, and is told of all of them: reporting, which follows eight topics, is told that 95 of 96
 * partitions hold nothing new, for each single fact. Most of what following cost was that. Kafka can keep what is asked for in a session of
 * the consumer's (KIP-227), then only what changes is said, by either side. kafkajs 2.2.4 can write such requests and never does.
 */
interface Session {
  /** By which the broker knows it; 0: the broker keeps none yet. */
  id: number
  /** Counts the requests; 0 begins a session anew, and ends the one of this id. */
  epoch: number
  /** What the broker holds. */
  held: Parts
}

/** What is asked of partitions, by topic and number. */
type Parts = ReadonlyMap<string, ReadonlyMap<number, FetchPart>>

/** What a broker has to be told of, so that it holds what is wanted. */
export interface Change {
  topics: FetchTopic[]
  forgottenTopics: { topic: string; partitions: number[] }[]
}

const LAST_EPOCH = 2 ** 31 - 1
const beginAnew = (id = 0): Session => ({ id, epoch: 0, held: new Map() })

const sessions = new WeakMap<Broker, Session>()
const asking = new WeakSet<Broker>()
const askAll = Broker.prototype.fetch

/** In a session of the broker's. Two that ask one broker at once cannot share one: the second asks as if there were none. */
Broker.prototype.fetch = async function fetchInSession(request) {
  if (asking.has(this)) return askAll.call(this, request)
  asking.add(this)
  try {
    return (await ask(this, request)) ?? (await ask(this, request)) ?? (await askAll.call(this, request))
  } finally {
    asking.delete(this)
  }
}

/** Asks in the session as it is; undefined where the broker does not know it any more: the next begins it anew, as after whatever fails. */
async function ask(broker: Broker, request: FetchRequest): Promise<FetchAnswer | undefined> {
  const session = sessions.get(broker) ?? beginAnew()
  sessions.set(broker, beginAnew(session.id))
  const wanted = partsOf(request.topics)
  const { topics, forgottenTopics } = changeOf(session.held, wanted)
  const inSession = { sessionId: session.id, sessionEpoch: session.epoch, forgottenTopics }
  // `lookupRequest` gives what a request is made by, which knows of sessions; `fetch` itself passes nothing of them on.
  const asked = Object.create(broker, {
    lookupRequest: {
      value: (key: number, versions: unknown) => (given: object) => broker.lookupRequest(key, versions)({ ...given, ...inSession }),
    },
  }) as Broker
  const answer = await askAll.call(asked, { ...request, topics })
  if (answer.errorCode) return undefined
  if (answer.sessionId) {
    const epoch = session.epoch === LAST_EPOCH ? 1 : session.epoch + 1
    sessions.set(broker, { id: answer.sessionId, epoch, held: wanted })
  }
  return answer
}

/** The difference between what a broker holds and what is wanted of it. */
export function changeOf(held: Parts, wanted: Parts): Change {
  const change: Change = { topics: [], forgottenTopics: [] }
  for (const [topic, parts] of wanted) {
    const known = held.get(topic)
    const partitions = [...parts.values()].filter((part) => !isSame(part, known?.get(part.partition)))
    if (partitions.length > 0) change.topics.push({ topic, partitions })
  }
  for (const [topic, parts] of held) {
    const partitions = [...parts.keys()].filter((partition) => !wanted.get(topic)?.has(partition))
    if (partitions.length > 0) change.forgottenTopics.push({ topic, partitions })
  }
  return change
}

/** The partitions of a request, by topic and number. */
export function partsOf(topics: readonly FetchTopic[]): Parts {
  return new Map(topics.map(({ topic, partitions }) => [topic, new Map(partitions.map((part) => [part.partition, part]))]))
}

function isSame(one: FetchPart, other: FetchPart | undefined): boolean {
  return one.fetchOffset === other?.fetchOffset && one.maxBytes === other.maxBytes
}
