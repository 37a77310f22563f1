import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { Registry } from 'prom-client'
import { Positions } from '../consumer/positions'
import { read, type Reading } from '../consumer/read'
import { measureConsumer } from '../metrics'
import { ParkingLot } from '../parked/parking-lot'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { dissolved, established, recordIn, UNITS } from '../testing/facts'
import type { Write } from '../when'
import { Projector } from './projector'
import type { Handle } from './plan'

const names = freshNames()
let database: OpenDatabase
beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
})
afterAll(async () => {
  await database.close()
  await names.drop()
})

const db = () => database.db
const counters = measureConsumer(new Registry(), { lagEvents: () => 0, lagSeconds: () => 0, parked: async () => 0, otherLogs: () => 0 })
const lot = new ParkingLot(db)
const positions = new Positions(db, new Set([UNITS]))

/** An instance of a service whose handlers answer so. */
const instance = (handle: Handle) => new Projector(db, positions, lot, handle, counters)
const byDay: Handle = async ({ subject, data }) => [{ into: 'units', id: subject, set: { from: data['from'], on: data['on'] } }]
const projector = instance(byDay)

const at = (next: number) => ({ topic: UNITS, partition: 0, next })
const days = (unitId: string, ...sequences: number[]): Reading[] =>
  sequences.map((seq) => readingOf(seq, recordIn(unitId, seq, established(unitId, day(seq))).value))
const readingOf = (offset: number, value: string) => read({ topic: UNITS, partition: 0, offset, value: Buffer.from(value) })
const day = (seq: number) => `2020-01-${String(seq).padStart(2, '0')}`
const unitOf = (unitId: string) => database.db.collection<{ _id: string }>('units').findOne({ _id: unitId })
const positionOf = (unitId: string) => positions.appliedUpTo(UNITS, unitId)
const parked = (unitId: string) => database.db.collection<{ _id: string }>('parked').findOne({ _id: `${UNITS}/${unitId}` })
const waiting = (unitId: string) => database.db.collection('parked_waiting').countDocuments({ key: `${UNITS}/${unitId}` })
/** What remains of a process that was killed after it had written documents and before it had written positions. */
const forgetPosition = (unitId: string) => database.db.collection<{ _id: string }>('positions').deleteOne({ _id: `${UNITS}/${unitId}` })

test('a chunk that was written by a process that died before it noted its position changes nothing when it comes again', async () => {
  const unitId = randomUUID()
  await projector.project(days(unitId, 1, 2, 3), at(4))
  const once = await unitOf(unitId)
  await forgetPosition(unitId)
  await projector.project(days(unitId, 1, 2), at(3))
  expect(await unitOf(unitId)).toEqual(once)
  await projector.project(days(unitId, 1, 2, 3, 4), at(5))
  expect(await unitOf(unitId)).toEqual({ _id: unitId, seq: 4, from: day(4), on: null })
  expect(await positionOf(unitId)).toBe(4)
})

test('an instance that lost its partition and writes late takes nothing back', async () => {
  const unitId = randomUUID()
  await projector.project(days(unitId, 1, 2, 3, 4), at(5))
  await forgetPosition(unitId)
  await projector.project(days(unitId, 1), at(2))
  expect(await unitOf(unitId)).toMatchObject({ seq: 4, from: day(4) })
  await positions.advance(new Map([[`${UNITS}/${unitId}`, 4]]), [at(5)])
  await positions.advance(new Map([[`${UNITS}/${unitId}`, 2]]), [at(3)])
  expect(await positionOf(unitId)).toBe(4)
  expect(await positions.ofPartitions([{ topic: UNITS, partition: 0 }])).toEqual([at(5)])
})

test('of a heap of aggregates that two instances meet at once, each stands at the later fact', async () => {
  for (let round = 0; round < 5; round += 1) {
    const units = Array.from({ length: 150 }, () => randomUUID())
    const upTo = (...sequences: number[]) => units.flatMap((unitId) => days(unitId, ...sequences))
    await Promise.all([projector.project(upTo(1), at(2)), instance(byDay).project(upTo(1, 2), at(3))])
    const applied = await positions.of(units.map((unitId) => `${UNITS}/${unitId}`))
    expect([...applied.values()]).toEqual(units.map(() => 2))
    expect(await database.db.collection('units').countDocuments({ _id: { $in: units as never[] }, seq: 2, from: day(2) })).toBe(150)
  }
})

test('changes of one document that MongoDB does not take together are written one after the other', async () => {
  const unitId = randomUUID()
  const seats: Record<string, Write['set']> = { '1': { seats: {} }, '2': { 'seats.a': 1 }, '3': { 'seats.b': 2 } }
  const bySeat: Handle = async ({ subject, sequence }) => [{ into: 'units', id: subject, set: seats[sequence] ?? {} }]
  await instance(bySeat).project(days(unitId, 1, 2, 3), at(4))
  expect(await unitOf(unitId)).toEqual({ _id: unitId, seq: 3, seats: { a: 1, b: 2 } })
})

test('two changes of one fact that do not go together both count, also when the process dies between them', async () => {
  const unitId = randomUUID()
  const both: Handle = async ({ subject }) => [
    { into: 'units', id: subject, set: { seats: {} } },
    { into: 'units', id: subject, set: { 'seats.a': 1 } },
  ]
  await database.db.collection<{ _id: string }>('units').insertOne({ _id: unitId, seq: 1, seats: {} } as { _id: string })
  await instance(both).project(days(unitId, 1), at(2))
  expect(await unitOf(unitId)).toEqual({ _id: unitId, seq: 1, seats: { a: 1 } })
})

test('what MongoDB refuses for good parks its own aggregate, at that fact; the others go on', async () => {
  const [bad, good] = [randomUUID(), randomUUID()]
  const refused: Handle = async (event) =>
    event.subject === bad && event.sequence === '2' ? [{ into: 'units', id: bad, set: { 'a..b': 1 } }] : byDay(event)
  await instance(refused).project([...days(bad, 1, 2, 3), ...days(good, 1)], at(4))
  expect(await unitOf(good)).toMatchObject({ seq: 1 })
  expect(await unitOf(bad)).toMatchObject({ seq: 1 })
  expect([await positionOf(bad), await positionOf(good)]).toEqual([1, 1])
  expect(await parked(bad)).toMatchObject({ offset: 2, reason: expect.stringContaining('the database refused it') })
  expect(await waiting(bad)).toBe(1)
})

test('a unique key of a projection that another document has is refused, not taken for a repetition', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  await database.db.collection('codes').createIndex({ code: 1 }, { unique: true })
  const sameCode: Handle = async ({ subject }) => [{ into: 'codes', id: subject, set: { code: '1' } }]
  await instance(sameCode).project(days(first, 1), at(2))
  await instance(sameCode).project(days(second, 1), at(2))
  expect(await parked(second)).toMatchObject({ reason: expect.stringContaining('E11000') })
})

test('while the database is away nothing is parked and nothing moves', async () => {
  const unitId = randomUUID()
  const away = await openDatabase(engines().mongoUri, names.databasePrefix + 'away')
  await away.close()
  const cutOff = new Projector(() => away.db, new Positions(() => away.db, new Set()), new ParkingLot(() => away.db), byDay, counters)
  await expect(cutOff.project(days(unitId, 1), at(2))).rejects.toThrow()
  expect(await parked(unitId)).toBeNull()
  await projector.project(days(unitId, 1), at(2))
  expect(await positionOf(unitId)).toBe(1)
})

test('dissolving takes nothing from what was set before', async () => {
  const unitId = randomUUID()
  const set: Handle = async ({ subject, data }) => [
    { into: 'units', id: subject, set: { ...(data['from'] ? { from: data['from'] } : { on: data['on'] }) } },
  ]
  await instance(set).project([...days(unitId, 1), readingOf(2, recordIn(unitId, 2, dissolved(unitId)).value)], at(3))
  expect(await unitOf(unitId)).toEqual({ _id: unitId, seq: 2, from: day(1), on: '2026-01-01' })
})

test('of an aggregate whose first fact comes it is not asked how it stands, of any other it is', async () => {
  const [fresh, known] = [randomUUID(), randomUUID()]
  await projector.project(days(known, 1), at(2))
  expect(await readsDuring(() => projector.project(days(fresh, 1, 2), at(3)))).toBe(0)
  expect(await readsDuring(() => projector.project(days(known, 2), at(3)))).toBe(1)
  expect([await positionOf(fresh), await positionOf(known)]).toEqual([2, 2])
})

test('one that stands aside since its first fact still does when that comes again, with what comes behind it', async () => {
  const unitId = randomUUID()
  const failing: Handle = async () => Promise.reject(new Error('not yet'))
  await instance(failing).project(days(unitId, 1), at(2))
  await instance(failing).project(days(unitId, 1, 2), at(3))
  expect(await parked(unitId)).toMatchObject({ offset: 1, reason: expect.stringContaining('not yet') })
  expect([await waiting(unitId), await positionOf(unitId)]).toEqual([2, 0])
})

test('who asks while the documents show a fact and its position is still to be moved is answered at once, of no more than that', async () => {
  const [id, other] = [randomUUID(), randomUUID()]
  const asked = (seq: number, unitId = id) => positions.waitFor([{ topic: UNITS, id: unitId, seq }], 0)
  const first = new Map([[`${UNITS}/${id}`, 1]])
  positions.shown(first)
  expect([await asked(1), await asked(2), await asked(1, other), await positionOf(id)]).toEqual([true, false, false, 0])
  positions.moved(first)
  expect(await asked(1)).toBe(false)
  await positions.advance(first)
  expect(await asked(1)).toBe(true)
})

test('while positions cannot be moved nobody is told for good that they were', async () => {
  const unitId = randomUUID()
  const asked = () => positions.waitFor([{ topic: UNITS, id: unitId, seq: 1 }], 0)
  await database.db.command({ collMod: 'positions', validator: { never: true } })
  await expect(projector.project(days(unitId, 1), at(2))).rejects.toThrow()
  expect([await unitOf(unitId), await asked()]).toEqual([{ _id: unitId, seq: 1, from: day(1), on: null }, false])
  await database.db.command({ collMod: 'positions', validator: {} })
  await projector.project(days(unitId, 1), at(2))
  expect(await asked()).toBe(true)
})

test('an aggregate that stands aside for want of its first fact takes that when it comes; what follows waits for a retry', async () => {
  const unitId = randomUUID()
  await projector.project(days(unitId, 2), at(3))
  expect(await parked(unitId)).toMatchObject({ reason: 'a gap: after 0 comes 2' })
  await projector.project(days(unitId, 1), at(4))
  await projector.project(days(unitId, 3), at(5))
  expect([await positionOf(unitId), await waiting(unitId)]).toEqual([1, 1])
  expect(await projector.resume(days(unitId, 2, 3))).toBeUndefined()
  expect(await unitOf(unitId)).toMatchObject({ seq: 3, from: day(3) })
})

test('a first fact come again that MongoDB would refuse now does not set its aggregate aside', async () => {
  const [first, known] = [randomUUID(), randomUUID()]
  await projector.project(days(known, 1, 2), at(3))
  await database.db.collection('numbers').createIndex({ number: 1 }, { unique: true })
  const sameNumber: Handle = async ({ subject }) => [{ into: 'numbers', id: subject, set: { number: '1' } }]
  await instance(sameNumber).project(days(first, 1), at(4))
  await instance(sameNumber).project(days(known, 1), at(5))
  expect([await parked(known), await positionOf(known)]).toEqual([null, 2])
})

/** How often it was looked how aggregates stand, by MongoDB's own account. */
async function readsDuring(work: () => Promise<unknown>): Promise<number> {
  await database.db.setProfilingLevel('off')
  await database.db.dropCollection('system.profile')
  await database.db.setProfilingLevel('all')
  await work()
  await database.db.setProfilingLevel('off')
  return database.db.collection('system.profile').countDocuments({ op: { $in: ['query', 'command'] }, ns: /\.(positions|parked)$/ })
}
