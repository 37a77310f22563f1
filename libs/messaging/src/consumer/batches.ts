import type { EachBatchPayload, KafkaMessage } from 'kafkajs'
import type { Logger } from 'pino'
import { backoff } from '../backoff'
import type { Gate } from '../generation/gate'
import type { Pace } from '../generation/pace'
import type { ConsumerCounters } from '../metrics'
import type { Projector } from '../projection/projector'
import { traceApplied } from '../trace'
import type { Lag } from './lag'
import { OTHER_LOG } from './other-logs'
import { read } from './read'

/** Events that are folded and written together. */
const CHUNK = 2_000
export const COMMIT_EVERY_MS = 250
export const COMMIT_EVERY_EVENTS = 500
export const HEARTBEAT_EVERY_MS = 500
/** A partition whose events could not be applied is tried again after this at the latest: so much later than the database everybody may be. */
const MOST_REST_MS = 5_000
/** Between two looks of a partition at a gate that lets it no further. */
const BEFORE_THE_GATE_MS = 25

/** What the batches of a group need. */
export interface BatchesOptions {
  topicPrefix: string
  projector: Projector
  /** Brings partitions to the place where the read models stand, where that is not done yet; tells those whose log is another. */
  position(): Promise<ReadonlySet<string>>
  /** Takes note that the log of a partition is shorter than what was applied of it. */
  doubt(partition: string): void
  lag: Lag
  counters: ConsumerCounters
  logger: Logger
  gate: Gate
  pace?: Pace
}

/**
 * Takes kafkajs' batches. A TypeError that escaped from here would stop the consumer for good and any other error would repeat one record
 * for ever, so nothing escapes but kafkajs' own errors from heartbeat and commit, by which it notices a rebalance.
 */
export class Batches {
  private readonly failures = new Map<string, number>()
  /** How far this member has applied partitions. */
  private readonly reached = new Map<string, number>()
  private tail: NodeJS.Timeout | undefined

  constructor(private readonly options: BatchesOptions) {}

  /** kafkajs' `eachBatch`. */
  readonly take = async (payload: EachBatchPayload): Promise<void> => {
    const { pace } = this.options
    const { messages } = payload.batch
    for (let from = 0; from < messages.length;) {
      await this.whileShut(payload)
      const chunk = this.allowed(payload, messages.slice(from, from + (pace?.chunk ?? CHUNK)))
      if (chunk.length === 0) break
      const began = performance.now()
      if (!payload.isRunning() || payload.isStale() || !(await this.apply(payload, chunk))) break
      payload.resolveOffset(chunk[chunk.length - 1]?.offset ?? '')
      from += chunk.length
      await payload.heartbeat()
      await payload.commitOffsetsIfNecessary()
      await pace?.rest(performance.now() - began, this.options.lag.events())
    }
    if (payload.isRunning()) this.tail ??= setTimeout(() => void this.commit(payload), COMMIT_EVERY_MS)
    else await this.commit(payload)
  }

  /** A gate is shut for moments: waiting is sooner over than a partition that rests. */
  private async whileShut({ isRunning, heartbeat }: EachBatchPayload): Promise<void> {
    while (this.options.gate.isShut && isRunning()) {
      await this.options.gate.turned(HEARTBEAT_EVERY_MS)
      await heartbeat()
    }
  }

  /** What of a chunk may pass the gate; when nothing may, the partition looks again in a moment. */
  private allowed({ batch, pause }: EachBatchPayload, chunk: KafkaMessage[]): KafkaMessage[] {
    const limit = this.options.gate.limitOf(`${batch.topic.slice(this.options.topicPrefix.length)}@${batch.partition}`)
    const allowed = chunk.filter(({ offset }) => Number(offset) < limit)
    if (allowed.length === 0) setTimeout(pause(), BEFORE_THE_GATE_MS).unref()
    return allowed
  }

  /** Applies a chunk; false when it has to come again: the partition then rests for a while, and the member goes on with its heartbeats. */
  private async apply(payload: EachBatchPayload, chunk: KafkaMessage[]): Promise<boolean> {
    const { batch, heartbeat, isStale, pause } = payload
    const { projector, position, doubt, lag, counters, logger, topicPrefix, gate, pace } = this.options
    const topic = batch.topic.slice(topicPrefix.length)
    const { partition } = batch
    const name = `${topic}@${partition}`
    const [first] = chunk
    const highWatermark = Number(batch.highWatermark)
    // Noted before it is applied: while the database is away, what waits grows old.
    lag.stands(name, Number(first?.offset), highWatermark, Number(first?.timestamp))
    const leave = gate.enter()
    const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_EVERY_MS)
    try {
      // kafkajs starts from the first record again when its place lies beyond the log, without a word.
      if (highWatermark < (this.reached.get(name) ?? 0)) {
        // Doubted once: where it stands is then as the read models say, which an operator may have changed.
        this.reached.delete(name)
        doubt(name)
      }
      const others = await position()
      if (isStale()) {
        // The place was another: what was noted of this one says nothing of it, and at the log's end nothing may follow that would.
        lag.forget(name)
        return false
      }
      if (others.has(name)) throw new Error(OTHER_LOG)
      const readings = chunk.map(({ offset, value }) => read({ topic, partition, offset: Number(offset), value }))
      const last = chunk[chunk.length - 1]
      const next = Number(last?.offset) + 1
      const began = new Date()
      const stamp = Math.max(...chunk.map(({ timestamp }) => Number(timestamp)))
      await projector.project(readings, { topic, partition, next, stamp })
      this.reached.set(name, next)
      if (!isStale()) lag.stands(name, next, highWatermark, Number(last?.timestamp))
      // A fact is traced into the live read models alone.
      if (!pace) traceApplied(readings, began)
      this.failures.delete(name)
      return true
    } catch (error) {
      const failures = this.failures.get(name) ?? 0
      this.failures.set(name, failures + 1)
      setTimeout(pause(), backoff(failures, 200, MOST_REST_MS)).unref()
      counters.rested()
      logger.warn({ err: error, partition: name, failures }, 'a partition rests, its events will be tried again')
      return false
    } finally {
      leave()
      clearInterval(beat)
    }
  }

  /** Tells Kafka how far this member is. The read models' own positions decide; Kafka's are for tools and for the eyes. */
  private async commit({ commitOffsetsIfNecessary, uncommittedOffsets }: EachBatchPayload): Promise<void> {
    clearTimeout(this.tail)
    this.tail = undefined
    await commitOffsetsIfNecessary(uncommittedOffsets()).catch((error: unknown) => {
      this.options.logger.debug({ err: error }, 'offsets not committed')
    })
  }
}
