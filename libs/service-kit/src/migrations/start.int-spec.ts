import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import mongoose, { type mongo } from 'mongoose'
import type { Caller } from '../caller/caller'
import { everywhere } from '../rights'
import { Database } from '../operation/database'
import type { PartHealth } from '../operation/health'
import type { RunningService } from '../operation/service'
import { establish, SmallUnits, startSmallService, statusOf } from '../testing/service'
import { until } from '../testing/until'
import { eachBatch } from './each-batch'
import type { Migration } from './migration'

const clerk: Caller = {
  accountId: 'clerk',
  name: 'clerk',
  grants: [everywhere('CITY_ADMINISTRATOR')],
  language: 'zh',
  after: [],
  correlationId: 'c-1',
}
let names = freshNames()
let client: mongo.MongoClient
let db: mongo.Db

beforeAll(async () => (client = await mongoose.mongo.MongoClient.connect(engines().mongoUri)))
beforeEach(() => {
  names = freshNames()
  db = client.db(`${names.databasePrefix}organization`)
})
afterEach(() => names.drop())
afterAll(() => client.close())

interface Unit {
  _id: string
  version: number
  name: string
  title?: string
  log: { seq: number; outbox: []; commands: [] }
}
const units = () => db.collection<Unit>('units')
const old = () => units().insertOne({ _id: randomUUID(), version: 1, name: '旧', log: { seq: 0, outbox: [], commands: [] } })
const state = () => db.collection<{ _id: string; number: number; holder?: string }>('migrations').findOne({ _id: 'state' })

const start = (migrations: Migration[]) =>
  startSmallService(
    {
      KAFKA_BROKERS: engines().brokers,
      MONGODB_URI: engines().mongoUri,
      DATABASE_PREFIX: names.databasePrefix,
      TOPIC_PREFIX: names.topicPrefix,
    },
    [],
    migrations,
  )
const isReady = (service: RunningService) => until(async () => (await statusOf(service, '/health/ready')) === 200)
const partOf = async ({ url }: RunningService, part: string) =>
  ((await (await fetch(`${url}/health/ready`)).json()) as { parts: Record<string, PartHealth> }).parts[part]
const metricsOf = async ({ url }: RunningService) => (await fetch(`${url}/metrics`)).text()

function titled(before: Promise<void> = Promise.resolve()): Migration {
  const change = { old: { title: { $exists: false } }, fields: ({ name }: { name?: string }) => ({ title: name }) }
  return {
    number: 1,
    name: 'titles',
    run: async (database, progress) => {
      await before
      await eachBatch(database.collection('units'), progress, change)
    },
  }
}

test('while a service migrates it lives, is not ready, says how far it is, and nothing else of it touches the database', async () => {
  await old()
  let pass = () => {}
  const service = await start([titled(new Promise<void>((resolve) => (pass = resolve)))])
  await until(async () => (await partOf(service, 'migrations'))?.detail === 'migration 1 (titles) runs, 0 documents changed')
  expect([await statusOf(service, '/health/live'), await statusOf(service, '/health/ready')]).toEqual([200, 503])
  expect([(await partOf(service, 'database'))?.ready, (await partOf(service, 'migrations'))?.ready]).toEqual([false, false])
  await until(async () => /sizhang_database_answer_seconds_count{service="organization"} [1-9]/.test(await metricsOf(service)))
  const created = service.app
    .get(SmallUnits)
    .create(clerk, { commandId: randomUUID(), name: 'establishUnit', input: {} }, (id) => establish(id, '新'))
  expect(await metricsOf(service)).toContain('sizhang_migration{service="organization"} 0')
  expect(await units().countDocuments()).toBe(1)
  expect((await units().indexes()).map(({ name }) => name)).toEqual(['_id_'])
  // Who wants to see his own writes asks for read models, whose database is not opened yet.
  const seen = async () => service.app.get(Database).driver
  await expect(seen()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  pass()
  expect(await created).toMatchObject({ version: 1 })
  await isReady(service)
  expect(await partOf(service, 'migrations')).toEqual({ ready: true, detail: 'at 1' })
  expect(await metricsOf(service)).toContain('sizhang_migration{service="organization"} 1')
  expect(await units().findOne({ name: '旧' })).toMatchObject({ version: 2, title: '旧' })
  expect((await units().indexes()).map(({ name }) => name)).toContain('name')
  await service.stop()
})

test('a service that is new has the number of its release, and nothing to migrate', async () => {
  const service = await start([{ ...titled(), run: () => Promise.reject(new Error('there is nothing to migrate')) }])
  await isReady(service)
  expect(await state()).toMatchObject({ number: 1 })
  await service.stop()
})

test('an older release on a newer database lives, is not ready, and makes nothing there', async () => {
  await db.collection<{ _id: string; number: number; applied: [] }>('migrations').insertOne({ _id: 'state', number: 1, applied: [] })
  const service = await start([])
  await until(async () => String((await partOf(service, 'migrations'))?.detail).includes('is at migration 1 and this release knows 0'))
  expect([await statusOf(service, '/health/live'), await statusOf(service, '/health/ready')]).toEqual([200, 503])
  expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['migrations'])
  await service.stop()
})

test('a service that stops while it migrates lets another go on at once', async () => {
  await old()
  let begun = false
  const service = await start([
    {
      number: 1,
      name: 'long',
      run: async (_, progress) => {
        begun = true
        await until(() =>
          progress.mayWrite().then(
            () => false,
            () => true,
          ),
        )
        await progress.mayWrite()
      },
    },
  ])
  await until(async () => begun)
  expect(await state()).toHaveProperty('holder')
  await service.stop()
  expect(await state()).not.toHaveProperty('holder')
})

test('a release whose migrations have a gap does not start', async () => {
  await expect(start([{ ...titled(), number: 2 }])).rejects.toThrow('“titles” is 2 and stands where 1 belongs')
})
