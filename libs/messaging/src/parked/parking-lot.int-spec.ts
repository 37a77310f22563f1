import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import { read } from '../consumer/read'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { recordIn, UNITS } from '../testing/facts'
import { ParkedMeanwhile, ParkingLot } from './parking-lot'

const names = freshNames()
let database: OpenDatabase
beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
})
afterAll(async () => {
  await database.close()
  await names.drop()
})

const lot = new ParkingLot(() => database.db)
const reading = (unitId: string, offset: number) =>
  read({ topic: UNITS, partition: 0, offset, value: Buffer.from(recordIn(unitId, offset).value) })
const wanted = async (key: string) => {
  await database.db.collection<{ _id: string }>('parked').updateOne({ _id: key }, { $set: { retry: true } })
  return (await lot.wanted()).filter(({ _id }) => _id === key)
}

test('whoever parks an aggregate second is told, and looks again', async () => {
  const unitId = randomUUID()
  await lot.park(reading(unitId, 1), 'first')
  await expect(lot.park(reading(unitId, 1), 'second')).rejects.toBeInstanceOf(ParkedMeanwhile)
  expect(await wanted(`${UNITS}/${unitId}`)).toMatchObject([{ reason: 'first' }])
})

test('what is queued behind an aggregate that was released meanwhile is not left lying', async () => {
  const unitId = randomUUID()
  await expect(lot.queue(`${UNITS}/${unitId}`, [reading(unitId, 2)])).rejects.toBeInstanceOf(ParkedMeanwhile)
  expect(await lot.behind(`${UNITS}/${unitId}`)).toEqual([])
})

test('an aggregate is not released over the head of something that was queued since', async () => {
  const unitId = randomUUID()
  const key = `${UNITS}/${unitId}`
  await lot.park(reading(unitId, 1), 'a reason')
  const [seen] = await wanted(key)
  await lot.queue(key, [reading(unitId, 2)])
  expect(seen && (await lot.release(seen))).toBe(false)
  const [again] = await wanted(key)
  expect(again && (await lot.release(again))).toBe(true)
})

test('a record queued twice after a crash waits once', async () => {
  const unitId = randomUUID()
  const key = `${UNITS}/${unitId}`
  await lot.park(reading(unitId, 1), 'a reason')
  await lot.queue(key, [reading(unitId, 2), reading(unitId, 3)])
  await lot.queue(key, [reading(unitId, 2), reading(unitId, 3)])
  expect((await lot.behind(key)).map(({ offset }) => offset)).toEqual([2, 3])
})
