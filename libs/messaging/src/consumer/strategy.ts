import { eventByType } from '@sizhang/contracts'
import type { Envelope } from '@sizhang/contracts'
import { Server } from '@nestjs/microservices'
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices'
import type { mongo } from 'mongoose'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { isObservable, lastValueFrom } from 'rxjs'
import { pause } from '../backoff'
import { connect } from '../kafka'
import type { Health, KafkaSettings } from '../kafka'
import { measureConsumer } from '../metrics'
import { Parked } from '../parked/parked'
import { ParkingLot } from '../parked/parking-lot'
import { Retries } from '../parked/retries'
import { Projector } from '../projection/projector'
import { createTopics } from '../topics'
import type { Ignored, Outcome, Write } from '../when'
import { Batches } from './batches'
import { Group } from './group'
import { Lag } from './lag'
import { Positions } from './positions'

const CLOSE_WITHIN_MS = 9_000

/** What a service says to have its `When` handlers fed. */
export interface KafkaStrategyOptions {
  kafka: KafkaSettings
  /** Consumer group, without the prefix of the installation: one for each service, its name. */
  group: string
  /** The service's own database; asked for at each use, so that it may connect later. May throw until then. */
  db: () => mongo.Db
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
  private readonly group: Group
  private readonly retries: Retries

  constructor({ kafka, group, db, logger, registry }: KafkaStrategyOptions) {
    super()
    this.positions = new Positions(db, this.followed)
    this.parked = new Parked(db)
    const lot = new ParkingLot(db)
    const lag = new Lag()
    const counters = measureConsumer(registry, {
      lagEvents: () => lag.events(),
      lagSeconds: () => lag.seconds(),
      parked: () => lot.count(),
      otherLogs: () => this.group.otherLogs(),
    })
    const projector = new Projector(db, this.positions, lot, (event) => this.handle(event), counters)
    this.retries = new Retries(lot, projector, logger)
    this.group = new Group({
      kafka: connect(kafka, logger),
      groupId: kafka.topicPrefix + group,
      topicPrefix: kafka.topicPrefix,
      topics: this.followed,
      batches: new Batches({
        topicPrefix: kafka.topicPrefix,
        projector,
        position: () => this.group.position(),
        doubt: (partition) => this.group.doubt(partition),
        lag,
        counters,
        logger,
      }),
      positions: this.positions,
      lag,
      counters,
      logger,
      prepare: async () => {
        await lot.prepare()
        await createTopics({ kafka, logger, topics: this.topics })
      },
    })
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
      this.group.start()
      this.retries.start()
    }
    callback()
  }

  /** Stops the intake, finishes the chunks at hand and leaves the group, within nine seconds whatever hangs. */
  async close(): Promise<void> {
    await Promise.race([Promise.all([this.group.stop(), this.retries.stop()]), pause(CLOSE_WITHIN_MS)])
  }

  health(): Health {
    return this.followed.size > 0 ? this.group.health() : { ready: true, live: true, detail: 'follows no topic' }
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
