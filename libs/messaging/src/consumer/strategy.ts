import { eventByType } from '@sizhang/contracts'
import type { Envelope } from '@sizhang/contracts'
import { Server } from '@nestjs/microservices'
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices'
import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { isObservable, lastValueFrom } from 'rxjs'
import { Takers } from '../again/takers'
import { pause } from '../backoff'
import { inGeneration } from '../generation/names'
import { Pace } from '../generation/pace'
import { Succession, type Readers } from '../generation/succession'
import type { Health, KafkaSettings } from '../client/kafka'
import { measureConsumer, uncounted } from '../metrics'
import { Parked } from '../parked/parked'
import { Retries } from '../parked/retries'
import { createTopics } from '../client/topics'
import type { Ignored, Outcome, Write } from '../when'
import { Feeding } from './feeding'
import type { Positions } from './positions'

const CLOSE_WITHIN_MS = 9_000
/** Follows the name of a service's group while its read models are built anew: `reporting.rebuild`. */
export const REBUILD_GROUP = '.rebuild'
const NO_READERS: Readers = { names: () => [], prepare: async () => undefined, show: () => undefined }

/** What a service says to have its `When` handlers fed. */
export interface KafkaStrategyOptions {
  kafka: KafkaSettings
  /** Consumer group, without the prefix of the installation: one for each service, its name. */
  group: string
  /** The service's own database; asked for at each use, so that it may connect later. May throw until then. */
  db: () => mongo.Db
  /** What reads the read models, and is told which generation is live. */
  readers?: Readers
  logger: Logger
  registry: Registry
}

/**
 * Feeds the methods under `When` from Kafka. Nest's own Kafka server takes one message at a time, blocks a partition on an error or stops for
 * good, and commits what nobody handled; this one applies in chunks and exactly once to each document, and parks what cannot be applied.
 */
export class KafkaStrategy extends Server implements CustomTransportStrategy {
  /** How far the read models of this service are. */
  readonly positions: Positions
  /** The aggregates that it has set aside. */
  readonly parked: Parked
  private readonly handlers = new Map<string, MessageHandler[]>()
  private readonly followed = new Set<string>()
  private readonly live: Feeding
  private readonly retries: Retries
  private readonly takers: Takers
  private readonly succession: Succession

  constructor({ kafka, group, db, readers = NO_READERS, logger, registry }: KafkaStrategyOptions) {
    super()
    const common = { kafka, topics: this.followed, handle: (event: Envelope) => this.handle(event), logger }
    const topicsExist = () => createTopics({ kafka, logger, topics: this.topics })
    const liveDb = () => inGeneration(db(), this.succession.live)
    this.live = new Feeding({
      ...common,
      group,
      db: liveDb,
      counters: (state) => measureConsumer(registry, state),
      prepare: async () => {
        await this.succession.known()
        await topicsExist()
      },
    })
    const beside = (generation: number) =>
      new Feeding({
        ...common,
        group: group + REBUILD_GROUP,
        db: () => inGeneration(db(), generation),
        counters: () => uncounted,
        pace: new Pace(this.live.gate, this.live.lag),
        prepare: () => Promise.all([readers.prepare(generation), topicsExist()]),
      })
    this.succession = new Succession({ db, live: () => this.live, beside, readers, topics: () => this.topics, logger })
    this.positions = this.live.positions
    this.parked = new Parked(liveDb)
    this.retries = new Retries(db, this.live.lot, this.live.projector, this.live.gate, logger)
    this.takers = new Takers(db, this.live.projector, this.live.gate, logger)
  }

  /** The topics (without prefix) of the facts that have handlers. */
  get topics(): string[] {
    return [...this.followed]
  }

  /** Nest registers the methods under `When` here. */
  override addHandler(pattern: unknown, callback: MessageHandler): void {
    const definition = eventByType(String(pattern))
    if (!definition) throw new Error(`no fact is declared under the name ${String(pattern)}`)
    this.followed.add(definition.topic)
    this.handlers.set(definition.type, [...(this.handlers.get(definition.type) ?? []), callback])
  }

  /** Starts to consume; returns at once, whether or not Kafka and the database are there. */
  listen(callback: () => void): void {
    if (this.followed.size > 0) {
      this.succession.start()
      this.live.start()
      this.retries.start()
      this.takers.start()
    }
    callback()
  }

  /** Stops the intake, finishes the chunks at hand and leaves the group, within nine seconds whatever hangs. */
  async close(): Promise<void> {
    const parts = [this.live, this.succession, this.retries, this.takers]
    await Promise.race([Promise.all(parts.map((part) => part.stop())), pause(CLOSE_WITHIN_MS)])
  }

  health(): Health {
    return this.followed.size > 0 ? this.live.group.health() : { ready: true, live: true, detail: 'follows no topic' }
  }

  /** Nest's way to listen to a transport; the metrics and `health` say what there is to say. */
  on(): never {
    throw new Error('this transport has no events of its own')
  }

  unwrap<T>(): T {
    throw new Error('kafkajs is used within libs/messaging only')
  }

  private async handle(event: Envelope): Promise<Write[] | undefined> {
    const handlers = this.handlers.get(event.type)
    if (!handlers) return undefined
    const writes: Write[] = []
    for (const handler of handlers) {
      const result: unknown = await handler(event, undefined)
      writes.push(...writesOf((isObservable(result) ? await lastValueFrom(result) : result) as Outcome | undefined))
    }
    return writes
  }
}

function writesOf(outcome: Outcome | undefined): Write[] {
  if (!outcome) throw new TypeError('a handler returns what to write, or ignored(why)')
  return isIgnored(outcome) ? [] : [outcome].flat()
}

function isIgnored(outcome: Outcome): outcome is Ignored {
  return 'ignored' in outcome
}
