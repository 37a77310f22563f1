import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { DURABLE } from '../durable'
import { openDatabase, type OpenDatabase } from '../testing/database'
import type { Update } from './fold'
import { isRefusal, write } from './write'

const names = freshNames()
let database: OpenDatabase
beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
})
afterAll(async () => {
  await database.close()
  await names.drop()
})

const update = (id: string, seq: number, set: Record<string, unknown> = { at: seq }): Update => ({
  into: 'units',
  id,
  seq,
  first: seq === 1,
  set: new Map(Object.entries(set)),
  unset: new Set(),
})

// Whoever inserts second gets a duplicate key, and must not take that for "already applied": without the second look one in twelve is lost.
test('when two instances make the same document at once, the later fact stands in it', async () => {
  for (let round = 0; round < 80; round += 1) {
    const id = randomUUID()
    await Promise.all([1, 2].map((seq) => write(database.db, [[update(id, seq)]])))
    expect(await database.db.collection<{ _id: string }>('units').findOne({ _id: id })).toEqual({ _id: id, seq: 2, at: 2 })
  }
})

// MongoDB killed after an acknowledgement that it had not in its journal comes back without the document; trial 12 does so.
test('what is written is durable when it is said to be written', async () => {
  const concerns: unknown[] = []
  database.db.client.on('commandStarted', ({ commandName, command }) => {
    if (['insert', 'update'].includes(commandName)) concerns.push(command['writeConcern'])
  })
  await write(database.db, [[update(randomUUID(), 1)], [update(randomUUID(), 1)]])
  expect(concerns).toEqual([DURABLE, DURABLE].map(({ w, journal }) => ({ w, j: journal })))
})

test('a refusal is told from an outage', async () => {
  const id = randomUUID()
  const failing = (change: Record<string, unknown>) => write(database.db, [[update(id, 1, change)]]).then(() => undefined, isRefusal)
  expect(await failing({ 'a..b': 1 })).toBe(true)
  expect(await failing({ a: 1, 'a.b': 1 })).toBe(true)
  expect(await failing({ large: 'x'.repeat(17 * 1024 * 1024) })).toBe(true)
  const gone = await openDatabase(engines().mongoUri, names.databasePrefix + 'gone')
  await gone.close()
  expect(await write(gone.db, [[update(id, 1)]]).then(() => undefined, isRefusal)).toBe(false)
  expect(await database.db.collection<{ _id: string }>('units').findOne({ _id: id })).toBeNull()
})
