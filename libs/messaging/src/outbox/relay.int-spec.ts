import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import type { mongo } from 'mongoose'
import { Registry } from 'prom-client'
import { Relay, type AggregateDocument } from '../index'
import { connect } from '../client/kafka'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { entry, established, recordIn, saved, UNITS } from '../testing/facts'
import { inLog, put, quiet, settingsFor } from '../testing/kafka-log'
import { tapInto } from '../testing/tap'
import { until } from '../testing/until'
import { Clearing } from './clearing'

const names = freshNames()
const kafka = settingsFor(names.topicPrefix, engines().brokers)
const LONG_AGO = new Date(Date.now() - 60_000)
let database: OpenDatabase
let units: mongo.Collection<AggregateDocument>
const relays: Relay[] = []

beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'organization')
  units = database.db.collection<AggregateDocument>('units')
})
afterEach(() => Promise.all(relays.splice(0).map((relay) => relay.drain())))
afterAll(async () => {
  await database.close()
  await names.drop()
})

/** A relay of one instance of the service. */
function instance(settings = kafka, { registry = new Registry(), compareEvery = 60_000 } = {}): Relay {
  const relay = new Relay({ kafka: settings, source: '/sizhang/organization', logger: quiet, registry, compareEvery })
  relay.watch(units, UNITS)
  relays.push(relay)
  return relay
}

const facts = (unitId: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => entry(from + place, established(unitId)))
const save = (unitId: string, to: number, pendingAt?: Date) => units.insertOne(saved(unitId, facts(unitId, 1, to), pendingAt))
const outboxOf = async (unitId: string) => (await units.findOne({ _id: unitId }))?.log.outbox ?? []
const sequences = async (unitId: string) => (await inLog(kafka, unitId)).map(({ seq }) => seq)
const cleared = (unitId: string) =>
  until(async () => (await outboxOf(unitId)).length === 0 && units.findOne({ _id: unitId }).then((found) => found ?? false))

test('a saved event stands in Kafka as one CloudEvent with one header, under the key of its aggregate, and leaves the outbox', async () => {
  const relay = instance()
  relay.start()
  const unitId = randomUUID()
  await save(unitId, 1)
  relay.handOver(units, unitId, await outboxOf(unitId))
  const after = await cleared(unitId)
  expect(after).toMatchObject({ version: 1, log: { seq: 1, outbox: [] } })
  expect(after.log).not.toHaveProperty('pendingAt')
  expect(relay.publishedUpTo(units, unitId)).toBe(1)
  const [reading] = await inLog(kafka, unitId)
  expect(reading).toMatchObject({
    seq: 1,
    event: { specversion: '1.0', subject: unitId, partitionkey: unitId, source: '/sizhang/organization' },
  })
  expect(await headersOf(unitId)).toEqual({ 'content-type': 'application/cloudevents+json' })
})

/** Headers of the record, as a plain client sees them. */
async function headersOf(unitId: string): Promise<Record<string, string>> {
  const consumer = connect(kafka, quiet).consumer({ groupId: `${names.topicPrefix}${randomUUID()}` })
  await consumer.subscribe({ topics: [names.topicPrefix + UNITS], fromBeginning: true })
  const headers = await new Promise<Record<string, string>>((resolve, reject) => {
    consumer
      .run({
        eachMessage: async ({ message: { key, headers: found = {} } }) => {
          if (key?.toString() === unitId) resolve(Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)])))
        },
      })
      .catch(reject)
  })
  await consumer.disconnect()
  return headers
}

test('of several hand-overs the latest is sent, whole and in order; one that comes late changes nothing', async () => {
  const registry = new Registry()
  const relay = instance(kafka, { registry })
  const unitId = randomUUID()
  await save(unitId, 3)
  relay.handOver(units, unitId, facts(unitId, 1, 2))
  relay.handOver(units, unitId, facts(unitId, 1, 3).reverse())
  relay.handOver(units, unitId, facts(unitId, 1, 1))
  expect(await registry.metrics()).toContain('sizhang_outbox_depth 3')
  relay.start()
  await cleared(unitId)
  expect(await sequences(unitId)).toEqual([1, 2, 3])
})

test('clearing takes out what is published, keeps what was added meanwhile, and leaves the version alone', async () => {
  const clearing = new Clearing(quiet)
  const unitId = randomUUID()
  await save(unitId, 3)
  clearing.add(units, unitId, 2)
  await clearing.flush()
  expect(await units.findOne({ _id: unitId })).toMatchObject({
    version: 3,
    log: { seq: 3, outbox: [{ seq: 3 }], pendingAt: expect.any(Date) },
  })
  clearing.add(units, unitId, 3)
  await clearing.flush()
  const after = await units.findOne({ _id: unitId })
  expect(after).toMatchObject({ version: 3, log: { seq: 3, outbox: [] } })
  expect(after?.log).not.toHaveProperty('pendingAt')
})

test('what a process left behind that died after the save is published by another within ten seconds', async () => {
  const unitId = randomUUID()
  await save(unitId, 2, LONG_AGO)
  instance().start()
  await cleared(unitId)
  expect(await sequences(unitId)).toEqual([1, 2])
}, 10_000)

test('a process that died before it cleared the outbox costs duplicates in the log, in order, and nothing else', async () => {
  const unitId = randomUUID()
  await save(unitId, 2, LONG_AGO)
  instance().start()
  await cleared(unitId)
  await units.replaceOne({ _id: unitId }, saved(unitId, facts(unitId, 1, 3), LONG_AGO))
  instance().start()
  await cleared(unitId)
  expect(await sequences(unitId)).toEqual([1, 2, 1, 2, 3])
})

test('two instances may publish the same aggregate at once: each sends it whole', async () => {
  const unitId = randomUUID()
  await save(unitId, 3)
  const both = [instance(), instance()]
  for (const relay of both) {
    relay.handOver(units, unitId, facts(unitId, 1, 3))
    relay.start()
  }
  await until(() => both.every((relay) => relay.publishedUpTo(units, unitId) === 3))
  const found = await sequences(unitId)
  expect(found.filter((seq, place) => seq !== undefined && seq > Math.max(0, ...found.slice(0, place).map(Number)) + 1)).toEqual([])
})

test('an outbox of more than one request takes goes in pieces, in order', async () => {
  const relay = instance()
  relay.start()
  const unitId = randomUUID()
  const heavy = facts(unitId, 1, 8).map((fact) => ({ ...fact, data: { ...fact.data, covers: ['3'.repeat(300 * 1024)] } }))
  await units.insertOne(saved(unitId, heavy))
  relay.handOver(units, unitId, heavy)
  await cleared(unitId)
  expect(await sequences(unitId)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('the sweeper finds outboxes by an index that holds only them', async () => {
  instance().start()
  await until(async () => (await units.indexes()).some(({ key }) => 'log.pendingAt' in key))
  const plan = await units.find({ 'log.pendingAt': { $lt: new Date() } }).explain()
  expect(JSON.stringify(plan)).toContain('"stage":"IXSCAN"')
})

test('while Kafka is away nothing fails, and when it is back everything is published once, in order', async () => {
  const line = await tapInto(Number(kafka.brokers[0]?.split(':')[1]))
  const relay = instance(settingsFor(names.topicPrefix, `127.0.0.1:${line.port}`))
  const [first, second] = [randomUUID(), randomUUID()]
  await Promise.all([save(first, 3), save(second, 1)])
  relay.start()
  await until(() => relay.health().ready)
  await line.cut()
  for (let seq = 1; seq <= 3; seq += 1) relay.handOver(units, first, facts(first, 1, seq))
  relay.handOver(units, second, facts(second, 1, 1))
  await until(() => relay.health().detail.startsWith('Kafka does not take events'))
  expect(relay.publishedUpTo(units, first)).toBe(0)
  await line.mend()
  await until(() => relay.publishedUpTo(units, first) === 3 && relay.publishedUpTo(units, second) === 1)
  expect(await sequences(first)).toEqual([1, 2, 3])
  expect(relay.health()).toEqual({ ready: true, live: true, detail: 'publishing' })
  await relay.drain()
  await line.cut()
}, 60_000)

test('a relay that starts without Kafka is alive, not ready, and works when Kafka comes', async () => {
  const line = await tapInto(Number(kafka.brokers[0]?.split(':')[1]))
  await line.cut()
  const relay = instance(settingsFor(names.topicPrefix, `127.0.0.1:${line.port}`))
  const unitId = randomUUID()
  await save(unitId, 1)
  relay.start()
  relay.handOver(units, unitId, facts(unitId, 1, 1))
  await until(() => relay.health().detail.startsWith('Kafka does not take events'))
  expect(relay.health()).toMatchObject({ ready: false, live: true })
  await line.mend()
  await until(() => relay.publishedUpTo(units, unitId) === 1)
  await relay.drain()
  await line.cut()
}, 60_000)

test('a database of an earlier day is found before anything of it is published, and the relay works once a later one is there', async () => {
  const settings = settingsFor(`${names.topicPrefix}earlier-`, engines().brokers)
  const unitId = randomUUID()
  await save(unitId, 2)
  await put(
    settings,
    [1, 2, 3].map((seq) => recordIn(unitId, seq)),
  )
  const relay = instance(settings)
  relay.start()
  relay.handOver(units, unitId, await outboxOf(unitId))
  await until(async () => relay.databaseOutdated)
  expect(relay.health()).toMatchObject({
    ready: false,
    live: true,
    detail: expect.stringContaining('is stored up to 2, in the log up to 3'),
  })
  await units.updateOne({ _id: unitId }, { $set: { 'log.seq': 3 } })
  await until(async () => relay.health().ready)
  expect(relay.databaseOutdated).toBe(false)
})

test('a database that is set back while the relay runs is found: nothing more goes out until a later one is there', async () => {
  const settings = settingsFor(`${names.topicPrefix}set-back-`, engines().brokers)
  const relay = instance(settings, { compareEvery: 50 })
  relay.start()
  const [unitId, other] = [randomUUID(), randomUUID()]
  await save(unitId, 2)
  relay.handOver(units, unitId, await outboxOf(unitId))
  await cleared(unitId)
  await units.updateOne({ _id: unitId }, { $set: { 'log.seq': 1 } })
  await until(async () => relay.databaseOutdated && !relay.health().ready)
  expect(relay.health()).toMatchObject({ live: true })
  await save(other, 1)
  relay.handOver(units, other, await outboxOf(other))
  await until(() => relay.health().detail.includes('is stored up to 1, in the log up to 2'))
  expect(relay.publishedUpTo(units, other)).toBe(0)
  await units.updateOne({ _id: unitId }, { $set: { 'log.seq': 2 } })
  await cleared(other)
  expect(relay.databaseOutdated).toBe(false)
  expect((await inLog(settings, other)).map(({ seq }) => seq)).toEqual([1])
})

test('before it ends a process publishes what waits; without Kafka it ends within ten seconds all the same', async () => {
  const relay = instance()
  relay.start()
  const unitId = randomUUID()
  await save(unitId, 1)
  relay.handOver(units, unitId, await outboxOf(unitId))
  await relay.drain()
  expect(await sequences(unitId)).toEqual([1])
  const alone = instance(settingsFor(names.topicPrefix, '127.0.0.1:1'))
  alone.start()
  alone.handOver(units, unitId, facts(unitId, 1, 2))
  const before = Date.now()
  await alone.drain()
  expect(Date.now() - before).toBeLessThan(10_500)
})
