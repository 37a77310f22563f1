import { topics as allTopics } from '@sizhang/contracts'
import type { Logger } from 'pino'
import { connect, type KafkaSettings } from '../client/kafka'
import { Bell } from './bell'
import { CatchUp } from './catch-up'
import { Live } from './live'
import { Met } from './met'
import { decodePosition, encodePosition, type Offsets } from './position'
import type { FactRead, StreamRecord, TopicSource } from './topic-reader'

/**
 * A fact with the place after it, among the topics that the subscriber follows: he goes on from there without gap. A subscription gives no fact
 * twice; one that goes on from a position may give a fact again that Kafka holds on both sides of it, so the subject's last sequence counts.
 */
export type StreamedFact = FactRead & { position: string }

/** Facts as they come; `return` hangs up, also while the next one is awaited. */
export interface FactSubscription extends AsyncIterableIterator<StreamedFact, void, void> {
  return(): Promise<IteratorResult<StreamedFact, void>>
}

/** What a subscriber wants to read. */
export interface StreamRequest {
  /** Default: all topics. */
  topics?: readonly string[] | undefined
  /** A position, a time (RFC 3339) or `start`; default: from now on. */
  from?: string | undefined
}

/** The request cannot be met: it names a topic that does not exist, or `from` is neither a time nor a position in these topics. */
export class StreamRefused extends Error {
  constructor(
    readonly field: 'topics' | 'from',
    readonly value: string,
  ) {
    super(`facts cannot be followed: ${field} ${value.slice(0, 80)}`)
  }
}

/** Each needs a connection and a group of its own in Kafka; who comes when all are taken waits for his turn. */
const MOST_CATCHING_UP = 8
const RING_CAPACITY = 8_192
/** After the last subscriber has left, topics are followed a little longer: a page that is loaded again comes back at once. */
const LINGER_MS = 30_000
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

type Place = { start: true } | { time: Date } | { offsets: Offsets } | { now: true }

/**
 * The facts of all services as a stream for many subscribers. One reader follows the topics for all of them, only while there are any;
 * who asks for facts further back is served by a reader of his own until he has come up to the present.
 */
export class FactStream {
  private readonly source: TopicSource
  private readonly closing = new AbortController()
  private readonly readers = new Set<CatchUp>()
  private readonly readerFreed = new Bell()
  private live: Promise<Live | undefined> | undefined
  private subscribers = 0
  private lingering: NodeJS.Timeout | undefined

  constructor(
    settings: KafkaSettings,
    logger: Logger,
    private readonly options: { capacity?: number; lingerMs?: number } = {},
  ) {
    this.source = { kafka: connect(settings, logger), settings, logger }
  }

  /**
   * The facts of a request, until `return` hangs up. Waits while Kafka is away.
   * Throws StreamRefused at once, or at the first fact when only Kafka can tell.
   */
  facts(request: StreamRequest): FactSubscription {
    const topics = request.topics ?? allTopics
    const unknown = topics.find((topic) => !allTopics.includes(topic))
    if (unknown !== undefined) throw new StreamRefused('topics', unknown)
    const hangUp = new AbortController()
    const signal = AbortSignal.any([hangUp.signal, this.closing.signal])
    const facts = this.subscribe(request, topics, placeOf(request.from, topics), signal)
    return {
      next: () => facts.next(),
      return: () => {
        hangUp.abort()
        return facts.return()
      },
      [Symbol.asyncIterator]() {
        return this
      },
    }
  }

  /** Ends all subscriptions and leaves Kafka. */
  async close(): Promise<void> {
    this.closing.abort()
    clearTimeout(this.lingering)
    await Promise.all([this.leaveKafka(), ...[...this.readers].map((reader) => reader.close())])
  }

  private async *subscribe({ from = '' }: StreamRequest, topics: readonly string[], place: Place, signal: AbortSignal) {
    const opening = this.join()
    try {
      const live = await orAborted(opening, signal)
      if (!live) return
      const offsets = await offsetsOf(place, live, topics)
      if ('offsets' in place && !(await live.reaches(offsets))) throw new StreamRefused('from', from)
      yield* this.follow(live, offsets, signal)
    } finally {
      this.leave()
    }
  }

  /** Counts `offsets` on and gives out each fact behind them: of the ring where it reaches back so far, else of a reader of its own. */
  private async *follow(live: Live, offsets: Offsets, signal: AbortSignal): AsyncGenerator<StreamedFact, void, void> {
    const { ring } = live
    const met = new Met()
    let index = ring.first
    while (!signal.aborted) {
      if (!ring.covers(offsets)) {
        yield* this.catchUp(live, offsets, met, signal)
        // The ring may have gone on meanwhile: only what it covers now is read from it.
        continue
      }
      index = Math.max(index, ring.first)
      while (index >= ring.first && index < ring.end && !signal.aborted) {
        const fact = passed(offsets, ring.at(index))
        index += 1
        if (fact && met.isNew(fact)) yield fact
      }
      if (index === ring.end) await live.arrival(signal)
    }
  }

  private async *catchUp(live: Live, offsets: Offsets, met: Met, signal: AbortSignal): AsyncGenerator<StreamedFact, void, void> {
    while (this.readers.size >= MOST_CATCHING_UP && !signal.aborted) await this.readerFreed.next(signal)
    const reader = new CatchUp(this.source, offsets)
    this.readers.add(reader)
    void reader.ended.then(() => {
      this.readers.delete(reader)
      this.readerFreed.ring()
    })
    try {
      while (!live.ring.covers(offsets)) {
        const record = await reader.take(signal)
        if (!record) return
        const fact = passed(offsets, record)
        if (fact && met.isNew(fact)) yield fact
      }
    } finally {
      void reader.close()
    }
  }

  private join(): Promise<Live | undefined> {
    clearTimeout(this.lingering)
    this.subscribers += 1
    this.live ??= Live.open(this.source, allTopics, this.options.capacity ?? RING_CAPACITY, this.closing.signal)
    return this.live
  }

  private leave(): void {
    this.subscribers -= 1
    if (this.subscribers > 0 || this.closing.signal.aborted) return
    this.lingering = setTimeout(() => void this.leaveKafka(), this.options.lingerMs ?? LINGER_MS).unref()
  }

  private async leaveKafka(): Promise<void> {
    const { live } = this
    this.live = undefined
    await (await live)?.close()
  }
}

function placeOf(from: string | undefined, topics: readonly string[]): Place {
  if (from === undefined) return { now: true }
  if (from === 'start') return { start: true }
  if (TIME.test(from) && !Number.isNaN(Date.parse(from))) return { time: new Date(from) }
  const offsets = decodePosition(from, topics)
  if (!offsets) throw new StreamRefused('from', from)
  return { offsets }
}

/** A subscriber's own count. A topic that a position does not know is read from its first fact: it is younger than the position, or newly chosen. */
async function offsetsOf(place: Place, live: Live, topics: readonly string[]): Promise<Offsets> {
  if ('now' in place) return live.end(topics)
  if ('time' in place) return live.at(topics, place.time)
  const known = 'offsets' in place ? place.offsets : new Map<string, number[]>()
  if (topics.every((topic) => known.has(topic))) return known
  return new Map([...(await live.start(topics)), ...known])
}

/** Counts a record as seen. Its fact, when the subscriber follows the topic and has not seen it before. */
function passed(offsets: Offsets, record: StreamRecord | undefined): StreamedFact | undefined {
  const partitions = record && offsets.get(record.topic)
  if (!partitions || record.offset < (partitions[record.partition] ?? 0)) return undefined
  partitions[record.partition] = record.offset + 1
  return record.fact && { ...record.fact, position: encodePosition(offsets) }
}

function orAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(undefined)
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
    value.then(resolve, reject)
  })
}
