import { PARTITIONS } from '@sizhang/contracts'
import type { Consumer, Kafka } from 'kafkajs'
import type { Logger } from 'pino'
import { backoff, pause } from '../backoff'
import type { Health } from '../client/kafka'
import type { ConsumerCounters } from '../metrics'
import { COMMIT_EVERY_EVENTS, COMMIT_EVERY_MS, HEARTBEAT_EVERY_MS } from './batches'
import type { Batches } from './batches'
import type { Lag } from './lag'
import { OTHER_LOG, otherLogs } from './other-logs'
import type { Positions } from './positions'

/**
 * The least that a broker takes by default: a member that was killed holds its partitions so long, and whoever joins or leaves
 * meanwhile waits for it; a second one, killed just before it is given up, doubles the wait.
 */
const SESSION_TIMEOUT_MS = 6_000
const LIVE_WITHIN_MS = 60_000
const WAITING = 'waiting for Kafka'
/** How soon it is looked again whether Kafka holds the log that was applied, after it was found to hold another. */
const LOOK_AGAIN_MS = 5_000
/** What kafkajs takes apart in one go holds up the whole process. */
const MODEST = { maxBytesPerPartition: 1024 * 1024, maxBytes: 1024 * 1024 }

/** What a member of a group needs. */
export interface GroupOptions {
  kafka: Kafka
  groupId: string
  topicPrefix: string
  topics: ReadonlySet<string>
  batches: Batches
  positions: Positions
  lag: Lag
  counters: ConsumerCounters
  logger: Logger
  /** Reads little at a time, one partition after the other, so that others hardly notice. */
  isModest: boolean
  /** Awaited before each new consumer: the topics exist, the database has its indexes. @param signal the member ends */
  prepare(signal: AbortSignal): Promise<void>
}

/** A member of a consumer group that outlives its consumers: kafkajs gives one up in a plain outage, then a new one is made here. */
export class Group {
  private readonly stopped = new AbortController()
  private consumer: Consumer | undefined
  private running: Promise<void> | undefined
  private lastSign = Date.now()
  private joins = 0
  private joined = false
  private detail = WAITING
  private assigned: { topic: string; partition: number }[] = []
  private unplaced: { topic: string; partition: number }[] = []
  private placing: Promise<void> | undefined
  private others: ReadonlySet<string> = new Set()
  private looked = 0

  constructor(private readonly options: GroupOptions) {}

  start(): void {
    this.running = this.run()
  }

  /** Ends the batches at the next chunk, commits, leaves the group. */
  async stop(): Promise<void> {
    this.stopped.abort()
    await this.consumer?.disconnect().catch(() => undefined)
    await this.running
  }

  /** Ready once it has joined and knows where its read models stand: an outage later delays what readers see, nothing else. Live while it shows any sign, be it a vain try. */
  health(): Health {
    if (this.others.size > 0) return { ready: false, live: true, detail: `${OTHER_LOG}: ${[...this.others].join(', ')}` }
    return { ready: this.joined, live: Date.now() - this.lastSign < LIVE_WITHIN_MS, detail: this.detail }
  }

  /**
   * Places the partitions of the last join where the read models stand: these are the truth, Kafka's committed offsets may be older
   * (after a crash) or newer (the database was restored or made anew).
   * @returns the partitions (`<topic>@<partition>`) whose log is another than the one that was applied: nothing of it may be applied
   */
  async position(): Promise<ReadonlySet<string>> {
    const mayLook = this.others.size === 0 || Date.now() - this.looked > LOOK_AGAIN_MS
    if (this.unplaced.length > 0 && mayLook) await (this.placing ??= this.place(this.unplaced).finally(() => (this.placing = undefined)))
    return this.others
  }

  /** Partitions whose log in Kafka is not the one that was applied. */
  otherLogs(): ReadonlySet<string> {
    return this.others
  }

  /** Has the partitions of the last join placed again: one of them was found to be shorter than what was applied of it. */
  doubt(partition: string): void {
    this.others = new Set([...this.others, partition])
    this.unplaced = this.assigned
    this.looked = 0
  }

  /** The read models are others now: their partitions are placed anew before anything more is applied. */
  placeAgain(): void {
    this.unplaced = [...this.assigned]
    this.looked = 0
  }

  private async place(partitions: { topic: string; partition: number }[]): Promise<void> {
    const { kafka, topicPrefix, positions, logger } = this.options
    this.looked = Date.now()
    const places = await positions.ofPartitions(partitions)
    const others = new Set(await otherLogs(kafka, topicPrefix, places))
    if (this.unplaced !== partitions) return this.place(this.unplaced)
    for (const { topic, partition, next } of places)
      if (!others.has(`${topic}@${partition}`)) this.consumer?.seek({ topic: topicPrefix + topic, partition, offset: String(next) })
    this.others = others
    this.unplaced = partitions.filter(({ topic, partition }) => others.has(`${topic}@${partition}`))
    this.joined = true
    if (others.size > 0) logger.error({ partitions: [...others] }, OTHER_LOG)
  }

  private async run(): Promise<void> {
    const { signal } = this.stopped
    for (let failures = 0; !signal.aborted; failures++) {
      this.lastSign = Date.now()
      const before = this.joins
      try {
        await this.options.prepare(signal)
        if (!signal.aborted) await this.consume()
      } catch (error) {
        if (signal.aborted) return
        if (this.joins > before) failures = 0
        this.detail = `${!this.joined && isOfKafka(error) ? WAITING : 'no consumer for now'}: ${error instanceof Error ? error.message : String(error)}`
        this.options.counters.restarted()
        this.options.logger.warn({ err: error, failures }, 'the consumer ended, a new one is made')
        await this.consumer?.disconnect().catch(() => undefined)
        await pause(backoff(failures, 500, 15_000), signal)
      }
    }
  }

  /** Runs one consumer until it ends; throws why. */
  private async consume(): Promise<void> {
    const { kafka, groupId, topicPrefix, topics, batches, isModest } = this.options
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout: SESSION_TIMEOUT_MS,
      rebalanceTimeout: 30_000,
      heartbeatInterval: HEARTBEAT_EVERY_MS,
      maxWaitTimeInMs: 500,
      ...(isModest ? MODEST : {}),
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 4, restartOnFailure: async () => false },
    })
    this.consumer = consumer
    const ended = new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error))
      consumer.on(consumer.events.STOP, () => this.stopped.signal.aborted && resolve())
    })
    ended.catch(() => undefined)
    consumer.on(consumer.events.HEARTBEAT, () => this.sign())
    consumer.on(consumer.events.END_BATCH_PROCESS, () => this.sign())
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => this.join(payload.memberAssignment))
    await consumer.connect()
    await consumer.subscribe({ topics: [...topics].map((topic) => topicPrefix + topic), fromBeginning: true })
    await consumer.run({
      autoCommit: false,
      autoCommitInterval: COMMIT_EVERY_MS,
      autoCommitThreshold: COMMIT_EVERY_EVENTS,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: isModest ? 1 : PARTITIONS,
      eachBatch: batches.take,
    })
    // Stopped while it was starting: `stop` came too early for this consumer.
    if (this.stopped.signal.aborted) await consumer.disconnect()
    else await ended
  }

  private join(assignment: Record<string, number[]>): void {
    this.joins += 1
    this.options.counters.rebalanced()
    this.options.lag.forget()
    this.assigned = Object.entries(assignment).flatMap(([name, partitions]) =>
      partitions.map((partition) => ({ topic: name.slice(this.options.topicPrefix.length), partition })),
    )
    this.unplaced = this.assigned
    this.looked = 0
    this.detail = `consuming ${this.unplaced.length} partitions`
    // More members than partitions: this one stands by.
    if (this.unplaced.length === 0) this.joined = true
    this.sign()
  }

  /** Notes that the member is alive; where the database was away when it joined, its partitions are placed now. */
  private sign(): void {
    this.lastSign = Date.now()
    this.position().catch((error: unknown) => {
      this.options.logger.warn({ err: error }, 'the positions of the read models cannot be read yet')
    })
  }
}

/** Whether Kafka is what is missing, and not the database. */
function isOfKafka(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('KafkaJS')
}
