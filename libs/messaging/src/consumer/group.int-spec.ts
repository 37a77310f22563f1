import { randomUUID } from 'node:crypto'
import { Controller } from '@nestjs/common'
import { PARTITIONS, UnitEstablished, type EventOf } from '@sizhang/contracts'
import { engines, freshNames, type FreshNames } from '@sizhang/testing'
import { type PartitionMetadata, Partitioners } from 'kafkajs'
import { When, type Write } from '../index'
import { connect } from '../client/kafka'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { recordIn, UNITS } from '../testing/facts'
import { loseTopic, put, quiet, settingsFor } from '../testing/kafka-log'
import { startInstance, type Instance } from '../testing/service'
import { tapInto, type Tap } from '../testing/tap'
import { until } from '../testing/until'

@Controller()
class History {
  @When(UnitEstablished)
  noteUnitWhenUnitEstablished({ subject, sequence }: EventOf<typeof UnitEstablished>): Write {
    return { into: 'history', id: `${subject}:${sequence}`, set: { unitId: subject, at: Number(sequence) } }
  }
}

let names: FreshNames
let database: OpenDatabase
const instances: Instance[] = []
const taps: Tap[] = []

beforeEach(async () => {
  names = freshNames()
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
})
afterEach(async () => {
  await Promise.all(instances.splice(0).map(({ stop }) => stop()))
  await Promise.all(taps.splice(0).map((tap) => tap.cut()))
  await database.close()
  await names.drop()
})

const kafka = () => settingsFor(names.topicPrefix, engines().brokers)
const records = (unitId: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => recordIn(unitId, from + place))
async function instance(settings = kafka(), db = database.db): Promise<Instance> {
  const started = await startInstance(settings, () => db, [History])
  instances.push(started)
  return started
}
async function lineTo(port: number): Promise<Tap> {
  const tap = await tapInto(port)
  taps.push(tap)
  return tap
}
const lineToKafka = () => lineTo(Number(engines().brokers.split(':')[1]))
const historyOf = async (unitId: string) =>
  (
    await database.db
      .collection('history')
      .find({ unitId }, { sort: { at: 1 } })
      .toArray()
  ).map(({ at }) => at as number)
const shows = (unitId: string, last: number) => until(async () => (await historyOf(unitId)).length === last, 60_000)
const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1)
const count = async ({ registry }: Instance, name: string) => (await registry.getSingleMetric(name)?.get())?.values[0]?.value ?? 0

test('a service that starts without Kafka is alive, not ready, and consumes when Kafka comes', async () => {
  const unitId = randomUUID()
  const line = await lineToKafka()
  await line.cut()
  const { strategy } = await instance(settingsFor(names.topicPrefix, `127.0.0.1:${line.port}`))
  expect(strategy.health()).toEqual({ ready: false, live: true, detail: 'waiting for Kafka' })
  await put(kafka(), records(unitId, 1, 2))
  await line.mend()
  await shows(unitId, 2)
  await until(() => strategy.health().ready)
}, 90_000)

test('when Kafka goes away and comes back the same process goes on, without gap or double', async () => {
  const unitId = randomUUID()
  const line = await lineToKafka()
  const reporting = await instance(settingsFor(names.topicPrefix, `127.0.0.1:${line.port}`))
  await put(kafka(), records(unitId, 1, 2))
  await shows(unitId, 2)
  await line.cut()
  await put(kafka(), records(unitId, 3, 5))
  await until(() => reporting.strategy.health().detail.startsWith('no consumer for now'), 60_000)
  expect(reporting.strategy.health()).toMatchObject({ ready: true, live: true })
  await line.mend()
  await shows(unitId, 5)
  expect(await historyOf(unitId)).toEqual(upTo(5))
  expect(await count(reporting, 'sizhang_consumer_restarts_total')).toBeGreaterThan(0)
}, 120_000)

test('while MongoDB is away the member keeps its partitions, parks nothing, and goes on when it is back', async () => {
  const unitId = randomUUID()
  const line = await lineTo(Number(new URL(engines().mongoUri).port))
  const shaky = await openDatabase(`mongodb://127.0.0.1:${line.port}/?directConnection=true`, names.databasePrefix + 'reporting')
  const reporting = await instance(kafka(), shaky.db)
  await put(kafka(), records(unitId, 1, 2))
  await shows(unitId, 2)
  const joins = await count(reporting, 'sizhang_consumer_rebalances_total')
  await line.cut()
  await put(kafka(), records(unitId, 3, 5))
  await until(async () => (await count(reporting, 'sizhang_consumer_rests_total')) > 1)
  expect(await reporting.registry.metrics()).toMatch(/sizhang_consumer_lag_events [1-5]\n/)
  await line.mend()
  await shows(unitId, 5)
  await until(async () => (await count(reporting, 'sizhang_consumer_lag_events')) === 0)
  expect(await historyOf(unitId)).toEqual(upTo(5))
  expect(await reporting.strategy.parked.list()).toEqual([])
  expect(await count(reporting, 'sizhang_consumer_rebalances_total')).toBe(joins)
  await instances.pop()?.stop()
  await shaky.close()
}, 90_000)

test('a service that starts without MongoDB is alive, not ready, and consumes when MongoDB comes', async () => {
  const unitId = randomUUID()
  const line = await lineTo(Number(new URL(engines().mongoUri).port))
  const shaky = await openDatabase(`mongodb://127.0.0.1:${line.port}/?directConnection=true`, names.databasePrefix + 'reporting')
  await line.cut()
  const { strategy } = await instance(kafka(), shaky.db)
  await put(kafka(), records(unitId, 1, 2))
  await until(() => strategy.health().detail.startsWith('no consumer for now'))
  expect(strategy.health()).toMatchObject({ ready: false, live: true })
  await line.mend()
  await shows(unitId, 2)
  expect(strategy.health().ready).toBe(true)
  await instances.pop()?.stop()
  await shaky.close()
}, 60_000)

test('read models that were lost are made anew from the first fact, wherever Kafka thinks that the group stands', async () => {
  const unitId = randomUUID()
  const before = await instance()
  await put(kafka(), records(unitId, 1, 3))
  await shows(unitId, 3)
  await before.stop()
  await database.db.dropDatabase()
  await put(kafka(), records(unitId, 4, 4))
  const after = await instance()
  await shows(unitId, 4)
  expect(await historyOf(unitId)).toEqual(upTo(4))
  expect(await after.strategy.parked.list()).toEqual([])
}, 60_000)

/** A unit whose facts come to a partition of which nothing is applied. */
async function inAnotherPartition(): Promise<string> {
  // A read model is written before its position.
  const place = await until(async () => (await database.db.collection<{ _id: string }>('positions').findOne({ next: { $gt: 0 } })) ?? false)
  const partitioner = Partitioners.DefaultPartitioner()
  const partitionMetadata = Array.from({ length: PARTITIONS }, (_, partitionId) => ({ partitionId, leader: 0 })) as PartitionMetadata[]
  for (;;) {
    const unitId = randomUUID()
    const message = { key: Buffer.from(unitId), value: null }
    if (`${UNITS}@${partitioner({ topic: UNITS, partitionMetadata, message })}` !== place._id) return unitId
  }
}

test('a topic that was made anew while its service runs is found, and nothing of it is applied', async () => {
  const unitId = randomUUID()
  const reporting = await instance()
  await put(kafka(), records(unitId, 1, 3))
  await shows(unitId, 3)
  const other = await inAnotherPartition()
  await loseTopic(kafka())
  await put(kafka(), [...records(unitId, 4, 4), ...records(other, 1, 1)])
  await until(() => reporting.strategy.health().detail.includes('not the one that was applied'), 60_000)
  expect(reporting.strategy.health()).toMatchObject({ ready: false, live: true })
  expect(await count(reporting, 'sizhang_consumer_other_logs')).toBe(1)
  expect(await historyOf(unitId)).toEqual(upTo(3))
  // A partition of which nothing was applied before holds no other log.
  await shows(other, 1)
}, 90_000)

test('a topic that was made anew, and has grown beyond what was applied, is found at the next start; the former log mends it', async () => {
  const unitId = randomUUID()
  const before = await instance()
  await put(kafka(), records(unitId, 1, 3))
  await shows(unitId, 3)
  await before.stop()
  const positions = database.db.collection('positions')
  const [place] = await positions.find({ next: { $gt: 0 } }).toArray()
  await loseTopic(kafka())
  await put(kafka(), records(unitId, 1, 8))
  const after = await instance()
  await until(() =>
    after.strategy
      .health()
      .detail.includes(`not the one that was applied: it is shorter, or the topic was made anew: ${String(place?._id)}`),
  )
  expect(after.strategy.health().ready).toBe(false)
  expect(await historyOf(unitId)).toEqual(upTo(3))
  // As if the read models came from this log: they are built anew from it, or it was the former one after all.
  await positions.updateOne({ _id: place?._id }, { $set: { stamp: Date.now() } })
  await until(() => after.strategy.health().ready)
  await shows(unitId, 8)
}, 90_000)

test('what is applied is committed, so that a tool sees no lag', async () => {
  const unitId = randomUUID()
  await instance()
  await put(kafka(), records(unitId, 1, 3))
  await shows(unitId, 3)
  const admin = connect(kafka(), quiet).admin()
  await admin.connect()
  const topic = names.topicPrefix + UNITS
  await until(async () => {
    const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high]))
    const [committed] = await admin.fetchOffsets({ groupId: `${names.topicPrefix}reporting`, topics: [topic] })
    return committed?.partitions.filter(({ offset }) => offset !== '-1').every(({ partition, offset }) => ends.get(partition) === offset)
  })
  await admin.disconnect()
})

test('members come and go under load: no fact is lost or doubled, and each ends within ten seconds', async () => {
  const units = Array.from({ length: 30 }, () => randomUUID())
  const LAST = 12
  await instance()
  const load = (async () => {
    for (const seq of upTo(LAST))
      await put(
        kafka(),
        units.map((unitId) => recordIn(unitId, seq)),
      )
  })()
  for (let round = 0; round < 3; round += 1) {
    const guest = await instance()
    await until(() => guest.strategy.health().ready)
    const before = Date.now()
    await guest.stop()
    expect(Date.now() - before).toBeLessThan(10_000)
  }
  await load
  await until(async () => (await database.db.collection('history').countDocuments()) === units.length * LAST, 60_000)
  for (const unitId of units) expect(await historyOf(unitId)).toEqual(upTo(LAST))
  expect(await database.db.collection('parked').countDocuments()).toBe(0)
}, 120_000)
