import type { Logger } from 'pino'
import { Gate } from '../generation/gate'
import type { Collections } from '../generation/names'
import type { Pace } from '../generation/pace'
import { connect } from '../client/kafka'
import type { KafkaSettings } from '../client/kafka'
import type { ConsumerCounters, ConsumerState } from '../metrics'
import { ParkingLot } from '../parked/parking-lot'
import type { Handle } from '../projection/plan'
import { Projector } from '../projection/projector'
import { Batches } from './batches'
import { Group } from './group'
import { Lag } from './lag'
import { Positions } from './positions'

/** What a generation of the read models needs to be fed. */
export interface FeedingOptions {
  kafka: KafkaSettings
  /** Consumer group, without the prefix of the installation. */
  group: string
  /** Without prefix. */
  topics: ReadonlySet<string>
  db: () => Collections
  handle: Handle
  logger: Logger
  /** Makes the counters of what is fed. */
  counters: (state: ConsumerState) => ConsumerCounters
  /** Awaited before each new consumer. */
  prepare: () => Promise<unknown>
  /** Where it makes way for others. */
  pace?: Pace
}

/** Feeds a generation of the read models from Kafka: a member of a consumer group, and all that applies what it reads. */
export class Feeding {
  readonly gate = new Gate()
  readonly lag = new Lag()
  readonly positions: Positions
  readonly lot: ParkingLot
  readonly projector: Projector
  readonly group: Group

  constructor({ kafka, group, topics, db, handle, logger, counters: countersOf, prepare, pace }: FeedingOptions) {
    const { topicPrefix } = kafka
    const { gate, lag } = this
    this.positions = new Positions(db, topics)
    const lot = new ParkingLot(db)
    this.lot = lot
    const counters = countersOf({
      lagEvents: () => lag.events(),
      lagSeconds: () => lag.seconds(),
      parked: () => lot.count(),
      otherLogs: () => this.group.otherLogs().size,
    })
    const projector = new Projector(db, this.positions, lot, handle, counters)
    this.projector = projector
    const position = () => this.group.position()
    const doubt = (partition: string) => this.group.doubt(partition)
    this.group = new Group({
      kafka: connect(kafka, logger, (topic, number) => doubt(`${topic.slice(topicPrefix.length)}@${number}`)),
      groupId: topicPrefix + group,
      topicPrefix,
      topics,
      batches: new Batches({ topicPrefix, projector, position, doubt, lag, counters, logger, gate, ...(pace ? { pace } : {}) }),
      positions: this.positions,
      lag,
      counters,
      logger,
      isModest: pace !== undefined,
      prepare: async (signal) => {
        await prepare()
        // Collections that were given up meanwhile would be made anew.
        if (signal.aborted) return
        await Promise.all([lot.prepare(), this.positions.prepare()])
      },
    })
  }

  start(): void {
    this.group.start()
  }

  async stop(): Promise<void> {
    await this.group.stop()
  }
}
