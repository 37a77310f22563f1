import { Partitioners } from 'kafkajs'
import type { Kafka, Producer } from 'kafkajs'
import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { backoff, pause } from '../backoff'
import { connect } from '../client/kafka'
import type { Health, KafkaSettings } from '../client/kafka'
import { outboxIn } from '../backlog/outbox'
import { measureOutbox } from '../metrics'
import { createTopics } from '../client/topics'
import { tracePublished } from '../trace'
import { byTopic, nextBatch } from './batch'
import type { Part, Waiting } from './batch'
import { Clearing } from './clearing'
import { unpublished } from './log'
import type { AggregateDocument, OutboxEntry } from './log'
import { LogTails } from './log-tails'
import { Sweeper } from './sweeper'

type Aggregates = mongo.Collection<AggregateDocument>

/** What a relay needs to publish for a service. */
export interface RelayOptions {
  kafka: KafkaSettings
  /** CloudEvents source of every event: `/sizhang/<service>`. */
  source: string
  logger: Logger
  registry: Registry
  /** Milliseconds between two looks whether the database was set back while the process runs; a minute where left out. */
  compareEvery?: number
}

const COMPARE_EVERY_MS = 60_000
/** In a long outage the rest stays in the database, where the sweeper finds it. */
const MOST_WAITING = 10_000
const MOST_REMEMBERED = 20_000
const DRAIN_MS = 10_000

/**
 * Publishes what aggregates have in their outboxes. It always sends an aggregate's whole unpublished prefix in order of sequence, so several
 * instances may publish the same aggregate at once: consumers drop what they know. Kafka's absence never fails a write.
 */
export class Relay {
  private readonly client: Kafka
  private readonly producer: Producer
  private readonly topics = new Map<Aggregates, string>()
  private readonly queue = new Map<string, Waiting>()
  private readonly published = new Map<string, number>()
  private readonly clearing: Clearing
  private readonly sweeper: Sweeper
  private readonly tails: LogTails
  private readonly stopped = new AbortController()
  private flushing: Promise<void> | undefined
  private state: 'new' | 'started' | 'draining' = 'new'
  private connected = false
  private failing: string | undefined
  private older = false

  constructor(private readonly options: RelayOptions) {
    this.client = connect(options.kafka, options.logger)
    this.producer = this.client.producer({
      idempotent: false,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    })
    this.clearing = new Clearing(options.logger)
    this.sweeper = new Sweeper(this, options.logger)
    this.tails = new LogTails({ kafka: this.client, settings: options.kafka, logger: options.logger }, this.topics)
    measureOutbox(options.registry, { waiting: () => outboxIn(this.watched), databaseOutdated: () => this.older })
  }

  /** The collections whose outboxes this relay publishes. */
  get watched(): Iterable<Aggregates> {
    return this.topics.keys()
  }

  /** Whether the database was found to be older than its log: it may take no command until that is mended. */
  get databaseOutdated(): boolean {
    return this.older
  }

  /** Registers the collection of an aggregate and the topic (without prefix) of its facts. */
  watch(collection: Aggregates, topic: string): void {
    this.topics.set(collection, topic)
  }

  /** Starts to publish and to sweep; returns at once, whether or not Kafka is there. */
  start(): void {
    this.state = 'started'
    this.sweeper.start()
    this.schedule()
    void this.compareNowAndThen()
  }

  /**
   * Takes over the outbox of an aggregate as it was just saved, durably (`w: 'majority'`, journaled). Costs the writer nothing and never fails.
   * @param outbox the whole outbox of the document, not only what this write added
   */
  handOver(collection: Aggregates, id: string, outbox: OutboxEntry[]): void {
    const key = this.keyOf(collection, id)
    const upTo = this.published.get(key) ?? 0
    const entries = unpublished(outbox, upTo)
    const last = entries.at(-1)
    if (!last) return this.clearing.add(collection, id, upTo)
    const before = this.queue.get(key)?.entries.at(-1)
    if (before ? before.seq >= last.seq : this.queue.size >= MOST_WAITING) return
    this.queue.set(key, { collection, topic: this.topicOf(collection), id, entries })
    this.schedule()
  }

  /** The last sequence of an aggregate that this process knows to be in Kafka (0: none): its next write leaves out the entries up to there. */
  publishedUpTo(collection: Aggregates, id: string): number {
    return this.published.get(this.keyOf(collection, id)) ?? 0
  }

  /** Resolves when all that was handed over is published and cleared. */
  async settled(): Promise<void> {
    await this.flushing
    await this.clearing.flush()
  }

  /** Before the process ends: publishes what waits, for at most ten seconds. What is left is found by the next sweep of any instance. */
  async drain(): Promise<void> {
    this.state = 'draining'
    this.sweeper.stop()
    const late = setTimeout(() => this.stopped.abort(), DRAIN_MS * 0.8)
    const tooLate = pause(DRAIN_MS)
    await Promise.race([this.settled(), tooLate])
    clearTimeout(late)
    this.stopped.abort()
    await Promise.race([this.producer.disconnect().catch(() => undefined), tooLate])
  }

  /** Ready once Kafka has answered for the first time, and holds nothing that the database does not; an outage after that delays events, not writes. */
  health(): Health {
    return { ready: this.connected, live: true, detail: this.failing ?? (this.connected ? 'publishing' : 'waiting for Kafka') }
  }

  private schedule(): void {
    if (this.state === 'new' || this.flushing) return
    this.flushing = new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.flush())
  }

  private async flush(): Promise<void> {
    const { signal } = this.stopped
    for (let failures = 0; !signal.aborted && (this.queue.size > 0 || (!this.connected && this.state === 'started'));) {
      try {
        await this.send(nextBatch(this.queue, this.options.source))
        failures = 0
        this.failing = undefined
      } catch (error) {
        this.failing = `${this.older ? '' : 'Kafka does not take events: '}${error instanceof Error ? error.message : String(error)}`
        this.options.logger.warn({ err: error, waiting: this.queue.size, failures }, 'events wait in their outboxes')
        await pause(backoff(failures++, 100, 5_000), signal)
      }
    }
    this.flushing = undefined
  }

  /** Whatever kafkajs calls a failure of this, the same producer recovers: the batch is still in the queue and is sent again. */
  private async send(batch: Part[]): Promise<void> {
    if (!this.connected) await this.connect()
    const topicMessages = byTopic(batch, this.options.kafka.topicPrefix)
    if (topicMessages.length > 0) await this.producer.sendBatch({ topicMessages, acks: -1, timeout: 10_000 })
    for (const part of batch) this.acknowledge(part)
  }

  private async connect(): Promise<void> {
    const { kafka, logger } = this.options
    await createTopics({ kafka, logger, topics: [...this.topics.values()] })
    await this.compareWithLog()
    await this.producer.connect()
    this.connected = true
  }

  /** Before the first event goes out, and now and then. The same database again, or a younger one, is found by the next try. */
  private async compareWithLog(): Promise<void> {
    const found = await this.tails.outdated()
    this.older = found !== undefined
    if (!found) return
    const { topic, id, stored, inLog } = found
    throw new Error(
      `the database is older than its log: ${topic}/${id} is stored up to ${stored}, in the log up to ${inLog}; restore a later copy of this database`,
    )
  }

  /** A database may be set back while its service runs: then nothing more goes out, and no command is taken, until a later one is there. */
  private async compareNowAndThen(): Promise<void> {
    const { signal } = this.stopped
    for (;;) {
      await pause(this.options.compareEvery ?? COMPARE_EVERY_MS, signal)
      if (signal.aborted) return
      if (!this.connected) continue
      // What it throws of an older database the next try to send says, again and again; without Kafka the next look will do.
      await this.compareWithLog().catch(() => undefined)
      if (!this.older) continue
      this.connected = false
      this.schedule()
    }
  }

  private acknowledge({ key, waiting, upTo }: Part): void {
    tracePublished(waiting.topic, waiting.entries, upTo)
    this.remember(key, upTo)
    this.clearing.add(waiting.collection, waiting.id, upTo)
    const now = this.queue.get(key) ?? waiting
    const entries = unpublished(now.entries, upTo)
    if (entries.length > 0) this.queue.set(key, { ...now, entries })
    else this.queue.delete(key)
  }

  private remember(key: string, upTo: number): void {
    this.published.delete(key)
    this.published.set(key, upTo)
    const [oldest] = this.published.keys()
    if (this.published.size > MOST_REMEMBERED && oldest) this.published.delete(oldest)
  }

  private keyOf(collection: Aggregates, id: string): string {
    return `${this.topicOf(collection)}/${id}`
  }

  private topicOf(collection: Aggregates): string {
    const topic = this.topics.get(collection)
    if (!topic) throw new Error(`watch the collection ${collection.collectionName} before its outboxes are handed over`)
    return topic
  }
}
