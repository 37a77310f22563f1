import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import mongoose, { type mongo } from 'mongoose'
import pino from 'pino'
import { Registry } from 'prom-client'
import { areaIntoPlace, fillWithOldUnits, moveAreas, unitsOf } from '../testing/old-units'
import { tapInto } from '../testing/tap'
import { until } from '../testing/until'
import { eachBatch } from './each-batch'
import { LeaseLost } from './lease'
import type { Migration, Progress } from './migration'
import { Migrator } from './migrator'

const names = freshNames()
const mongoPort = Number(new URL(engines().mongoUri).port)
let client: mongo.MongoClient
let db: mongo.Db

const open = (port = mongoPort) =>
  mongoose.mongo.MongoClient.connect(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
    writeConcern: { w: 'majority', journal: true },
  })
beforeAll(async () => (client = await open()))
beforeEach(() => (db = client.db(`${names.databasePrefix}${randomUUID().slice(0, 8)}`)))
afterAll(async () => {
  await client.close()
  await names.drop()
})

const fill = (count: number) => fillWithOldUnits(db, count)

function instance(...migrations: Migration[]) {
  const ending = new AbortController()
  const registry = new Registry()
  const migrator = new Migrator({ migrations, logger: pino({ level: 'silent' }), registry, signal: ending.signal })
  return { migrator, registry, end: () => ending.abort() }
}
const recorded = () => db.collection<{ _id: string; holder?: string; number: number }>('migrations').findOne({ _id: 'state' })

/** Something that a migration waits for. */
function gate() {
  let pass = () => {}
  const passed = new Promise<void>((resolve) => (pass = resolve))
  return { pass: () => pass(), passed }
}

test('a database that is new has nothing to migrate, and has all numbers', async () => {
  const never = () => Promise.reject(new Error('there is nothing to migrate'))
  const { migrator, registry } = instance(moveAreas(never), { ...moveAreas(never), number: 2 })
  await migrator.run(db)
  expect(await recorded()).toMatchObject({ number: 2, applied: [{ number: 1, name: 'areas into places', changed: 0 }, { number: 2 }] })
  expect(migrator.health()).toEqual({ ready: true, detail: 'at 2' })
  expect(await registry.metrics()).toContain('sizhang_migration 2')
})

test('a database from before there were migrations has had none of them', async () => {
  await fill(1_201)
  const { migrator } = instance(moveAreas())
  await migrator.run(db)
  expect(await recorded()).toMatchObject({ number: 1, applied: [{ number: 1, changed: 1_201 }] })
  expect(await unitsOf(db).countDocuments({ version: 2, times: 1, area: { $exists: false }, 'place.area': '3202', 'log.seq': 1 })).toBe(
    1_201,
  )
})

test('a migration runs once, and a later one after it', async () => {
  await fill(1)
  await instance(moveAreas()).migrator.run(db)
  const again: string[] = []
  const note = (number: number): Migration => ({ number, name: 'noted', run: () => Promise.resolve(void again.push(`${number}`)) })
  await instance(note(1), note(2), note(3)).migrator.run(db)
  expect(again).toEqual(['2', '3'])
})

test('of two instances that start at once one migrates, and each document is changed exactly once', async () => {
  await fill(1_200)
  const before = gate()
  let runs = 0
  const slow = moveAreas(async (database, progress) => {
    runs += 1
    await before.passed
    await eachBatch(database.collection('units'), progress, areaIntoPlace)
  })
  const [one, other] = [instance(slow), instance(slow)]
  const both = Promise.all([one.migrator.run(db), other.migrator.run(db)])
  const details = () => [one, other].map(({ migrator }) => String(migrator.health().detail)).sort()
  await until(async () => details()[1]?.startsWith('waiting for another instance') === true)
  expect(details()[0]).toBe('migration 1 (areas into places) runs, 0 documents changed')
  expect([one, other].map(({ migrator }) => migrator.health().ready)).toEqual([false, false])
  before.pass()
  await both
  expect(runs).toBe(1)
  expect(await unitsOf(db).countDocuments({ times: 1, version: 2 })).toBe(1_200)
  expect([one, other].map(({ migrator }) => migrator.health().ready)).toEqual([true, true])
})

test('an instance that dies in the middle of a batch is followed by another, which begins at the stored position; the dead one, alive again, writes nothing', async () => {
  await fill(1_800)
  const tap = await tapInto(mongoPort)
  const dying = await open(tap.port)
  const { passed: resurrected, pass: resurrect } = gate()
  const { passed: written, pass: hasWritten } = gate()
  let end: unknown
  const halting = (progress: Progress): Progress => ({
    get from() {
      return progress.from
    },
    mayWrite: () => progress.mayWrite(),
    // The third batch is written when the process dies, and not noted.
    reached: async (position, changed) => {
      if (!String(position['units']).endsWith('01499')) return progress.reached(position, changed)
      hasWritten()
      await resurrected
      return progress.reached(position, changed).catch((error: unknown) => {
        end = error
        throw error
      })
    },
  })
  const first = instance(moveAreas((database, progress) => eachBatch(database.collection('units'), halting(progress), areaIntoPlace)))
  const dead = first.migrator.run(dying.db(db.databaseName)).catch(() => undefined)
  await written
  await tap.cut()
  const from: unknown[] = []
  const second = instance(
    moveAreas((database, progress) => {
      from.push(progress.from)
      return eachBatch(database.collection('units'), progress, areaIntoPlace)
    }),
  )
  await second.migrator.run(db)
  expect(from).toEqual([{ units: 'unit-00999' }])
  const record = await recorded()
  await unitsOf(db).updateMany({}, { $unset: { place: '' } })
  await tap.mend()
  await until(() =>
    dying
      .db()
      .command({ ping: 1 })
      .then(
        () => true,
        () => false,
      ),
  )
  resurrect()
  await until(async () => end !== undefined)
  expect(end).toBeInstanceOf(LeaseLost)
  first.end()
  await dead
  expect(await unitsOf(db).countDocuments({ times: 1, version: 2, place: { $exists: false } })).toBe(1_800)
  expect(await recorded()).toEqual(record)
  await dying.close()
  await tap.cut()
})

test('an instance that lost its lease does not write the batch that it had read', async () => {
  await fill(800)
  const { passed, pass } = gate()
  let reading = false
  let end: unknown
  const { migrator, end: stop } = instance(
    moveAreas(async (database, progress) => {
      if (end) return
      const slow: Progress = {
        from: undefined,
        mayWrite: async () => {
          reading = true
          await passed
          await progress.mayWrite()
        },
        reached: (position, changed) => progress.reached(position, changed),
      }
      await eachBatch(database.collection('units'), slow, areaIntoPlace).catch((error: unknown) => {
        end = error
        throw error
      })
    }),
  )
  const run = migrator.run(db).catch(() => undefined)
  await until(async () => reading)
  const until2099 = new Date('2099-01-01')
  await db.collection<{ _id: string }>('migrations').updateOne({ _id: 'state' }, { $set: { holder: 'another', until: until2099 } })
  pass()
  await until(async () => end !== undefined)
  stop()
  await run
  expect(end).toBeInstanceOf(LeaseLost)
  expect(await unitsOf(db).countDocuments({ times: { $exists: true } })).toBe(0)
  expect(await recorded()).toMatchObject({ number: 0, holder: 'another', until: until2099 })
})

test('a long migration keeps its lease', async () => {
  await fill(1)
  let renewals = new Set<number>()
  const lease = async () => (await db.collection<{ _id: string; until?: Date }>('migrations').findOne({ _id: 'state' }))?.until?.getTime()
  const { migrator } = instance(
    moveAreas(async () => {
      renewals = new Set()
      await until(async () => renewals.add((await lease()) ?? 0).size >= 3)
    }),
  )
  await migrator.run(db)
  expect(renewals.size).toBe(3)
  expect(await recorded()).not.toHaveProperty('holder')
})

test('an older release on the database of a newer one is refused with the way out, and touches nothing; when an older copy is restored it goes on', async () => {
  await fill(1)
  await instance(moveAreas(), { ...moveAreas(() => Promise.resolve()), number: 2 }).migrator.run(db)
  const before = await recorded()
  const { migrator } = instance(moveAreas())
  const run = migrator.run(db)
  await until(async () => String(migrator.health().detail).startsWith('the database is at migration 2 and this release knows 1'))
  expect(migrator.health()).toMatchObject({ ready: false, detail: expect.stringContaining('restore the backup from before it') })
  expect(await recorded()).toEqual(before)
  await db.collection<{ _id: string }>('migrations').updateOne({ _id: 'state' }, { $set: { number: 1 } })
  await run
  expect(migrator.health()).toEqual({ ready: true, detail: 'at 1' })
})

test('an older release does not touch a database in which a newer one has only begun', async () => {
  await fill(1)
  const failing = instance(moveAreas(() => Promise.reject(new Error('half done'))))
  const run = failing.migrator.run(db).catch(() => undefined)
  await until(async () => String(failing.migrator.health().detail).startsWith('broke off'))
  failing.end()
  await run
  const older = instance()
  const refused = older.migrator.run(db).catch(() => undefined)
  await until(async () => String(older.migrator.health().detail).startsWith('the database is at migration 1 and this release knows 0'))
  older.end()
  await refused
})

test('a migration that fails says so, gives its lease back and is tried again', async () => {
  await fill(1)
  let tries = 0
  const { migrator } = instance(
    moveAreas((database, progress) => {
      tries += 1
      if (tries === 1) throw new Error('not yet')
      return eachBatch(database.collection('units'), progress, areaIntoPlace)
    }),
  )
  const run = migrator.run(db)
  await until(async () => String(migrator.health().detail).startsWith('broke off, tried again in 1 s'))
  expect(await recorded()).not.toHaveProperty('holder')
  await run
  expect(await recorded()).toMatchObject({ number: 1 })
})
