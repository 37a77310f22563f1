import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Controller, Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { EventPattern, type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { type DataOf, type Envelope, type EventOf, PARTITIONS, UnitEstablished } from '@sizhang/contracts'
import { connect, KafkaStrategy, type KafkaSettings, When, type Write } from '@sizhang/messaging'
import type { mongo } from 'mongoose'
import { Registry } from 'prom-client'
import { quiet, UNITS } from '../data/facts'
import { perSecond } from './work'

/** The read model: what all three followers make of a unit. */
interface ReadModel {
  _id: string
  unitType: string
  area: string | null
  path: string[]
  from: string
}

const COLLECTION = 'units'
/** Between two looks at how far it is: costs nothing, and is nothing beside a second. */
const LOOK_EVERY_MS = 2

const shown = ({ unitType, area, path, from }: DataOf<typeof UnitEstablished>) => ({ unitType, area, path, from })

@Controller()
class UnitEvents {
  @When(UnitEstablished)
  showUnitWhenEstablished({ subject, data }: EventOf<typeof UnitEstablished>): Write {
    return { into: COLLECTION, id: subject, set: shown(data) }
  }
}

@Module({})
class FollowingModule {}

/** Our consumer: events a second from its joining the group until it has applied `count`. */
export async function ownFollower(kafka: KafkaSettings, database: mongo.Db, count: number): Promise<number> {
  const registry = new Registry()
  const strategy = new KafkaStrategy({ kafka, group: randomUUID(), db: () => database, logger: quiet, registry })
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(
    { module: FollowingModule, controllers: [UnitEvents] },
    { strategy, logger: false },
  )
  await app.listen()
  while (!strategy.health().ready) await pause(LOOK_EVERY_MS)
  const from = performance.now()
  while ((await applied(registry)) < count) await pause(LOOK_EVERY_MS)
  const rate = perSecond(count, from)
  await app.close()
  return rate
}

async function applied(registry: Registry): Promise<number> {
  const records = await registry.getSingleMetric('sizhang_consumer_records_total')?.get()
  return records?.values.find(({ labels }) => labels['fate'] === 'applied')?.value ?? 0
}

/** kafkajs as it comes, with one bulk a batch; the parsing is all that it does besides. */
export async function rawFollower(kafka: KafkaSettings, database: mongo.Db, count: number): Promise<number> {
  const consumer = connect(kafka, quiet).consumer({ groupId: kafka.topicPrefix + randomUUID(), maxWaitTimeInMs: 500 })
  const units = database.collection<ReadModel>(COLLECTION)
  let joinedAt = 0
  consumer.on(consumer.events.GROUP_JOIN, () => (joinedAt = performance.now()))
  await consumer.connect()
  await consumer.subscribe({ topics: [kafka.topicPrefix + UNITS], fromBeginning: true })
  let written = 0
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        partitionsConsumedConcurrently: PARTITIONS,
        eachBatch: async ({ batch }) => {
          const events = batch.messages.map(({ value }) => JSON.parse(String(value)) as EventOf<typeof UnitEstablished>)
          const updates = events.map(({ subject, data }) => upsert(subject, data))
          await units.bulkWrite(updates, { ordered: false, writeConcern: { w: 1 } })
          written += events.length
          if (written >= count) resolve()
        },
      })
      .catch(reject)
  })
  const rate = perSecond(count, joinedAt)
  await consumer.disconnect()
  return rate
}

function upsert(id: string, data: DataOf<typeof UnitEstablished>) {
  return { updateOne: { filter: { _id: id }, update: { $set: shown(data) }, upsert: true } }
}

/** Nest's own Kafka server: one message, one update. Measured from its first message on. */
export async function nestFollower(kafka: KafkaSettings, database: mongo.Db, count: number): Promise<number> {
  let handled = 0
  let firstAt = 0
  const handle = async ({ subject, data }: Envelope<DataOf<typeof UnitEstablished>>) => {
    firstAt ||= performance.now()
    const { filter, update } = upsert(subject, data).updateOne
    await database.collection<ReadModel>(COLLECTION).updateOne(filter, update, { upsert: true, writeConcern: { w: 1 } })
    handled += 1
  }
  const options = {
    client: { brokers: kafka.brokers, clientId: kafka.clientId, logLevel: 0 },
    consumer: { groupId: kafka.topicPrefix + randomUUID() },
    subscribe: { fromBeginning: true },
    run: { partitionsConsumedConcurrently: PARTITIONS },
  }
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(
    { module: FollowingModule, controllers: [nestController(kafka.topicPrefix + UNITS, handle)] },
    { transport: Transport.KAFKA, options, logger: false },
  )
  await app.listen()
  while (handled < count) await pause(LOOK_EVERY_MS)
  const rate = perSecond(count, firstAt)
  await app.close()
  return rate
}

function nestController(topic: string, handle: (event: Envelope<DataOf<typeof UnitEstablished>>) => Promise<void>): Type {
  @Controller()
  class NestEvents {
    @EventPattern<string>(topic)
    async take(event: Envelope<DataOf<typeof UnitEstablished>>): Promise<void> {
      await handle(event)
    }
  }
  return NestEvents
}
