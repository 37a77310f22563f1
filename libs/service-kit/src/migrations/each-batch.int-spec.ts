import { engines, freshNames } from '@sizhang/testing'
import mongoose, { type mongo } from 'mongoose'
import { areaIntoPlace, fillWithOldUnits, progressInMemory, unitsOf } from '../testing/old-units'
import { eachBatch } from './each-batch'

const names = freshNames()
let client: mongo.MongoClient
let db: mongo.Db

beforeAll(async () => (client = await mongoose.mongo.MongoClient.connect(engines().mongoUri)))
beforeEach(() => (db = client.db(`${names.databasePrefix}organization`)))
afterEach(() => db.dropDatabase())
afterAll(async () => {
  await client.close()
  await names.drop()
})

test('what an older instance writes meanwhile is not overwritten: another pass finds it', async () => {
  await fillWithOldUnits(db, 3)
  let raced = false
  const progress = progressInMemory(async () => {
    if (raced) return
    raced = true
    await unitsOf(db).updateOne({ _id: 'unit-00001' }, { $set: { area: '3203', version: 2 } })
    await unitsOf(db).insertOne({ _id: 'unit-', version: 1, area: '3204', log: { seq: 1 } })
  })
  await eachBatch(db.collection('units'), progress, areaIntoPlace)
  expect(await unitsOf(db).findOne({ _id: 'unit-00001' })).toEqual({
    _id: 'unit-00001',
    version: 3,
    place: { area: '3203' },
    times: 1,
    log: { seq: 1 },
  })
  expect(await unitsOf(db).findOne({ _id: 'unit-' })).toMatchObject({ version: 2, place: { area: '3204' } })
  expect(progress.changed).toBe(4)
})

test('two collections of one migration keep their positions apart', async () => {
  await fillWithOldUnits(db, 2)
  const bodies = db.collection<{ _id: string }>('bodies')
  await bodies.insertOne({ _id: 'body-1' })
  const progress = progressInMemory()
  for (const name of ['units', 'bodies']) await eachBatch(db.collection(name), progress, areaIntoPlace)
  expect(progress.from).toEqual({ units: 'unit-00001', bodies: 'body-1' })
  expect(await bodies.findOne({ _id: 'body-1' })).toMatchObject({ times: 1 })
})

test('a shape that the database refuses is told by the id of the document, and not by what it holds', async () => {
  await fillWithOldUnits(db, 2)
  await unitsOf(db).createIndex({ phone: 1 }, { unique: true, partialFilterExpression: { phone: { $exists: true } } })
  const same = { old: { phone: { $exists: false } }, fields: () => ({ phone: '0510-88888888' }) }
  const refused = await eachBatch(db.collection('units'), progressInMemory(), same).catch((error: unknown) => error)
  expect(String(refused)).toBe('Error: MongoDB refuses the new shape of units/unit-00001: error 11000')
})

test('a change that leaves documents in the old shape ends with an error', async () => {
  await fillWithOldUnits(db, 1)
  const leaving = { old: areaIntoPlace.old, fields: () => ({ times: 1 }) }
  await expect(eachBatch(db.collection('units'), progressInMemory(), leaving)).rejects.toThrow(
    'units holds documents of the old shape after 10 passes',
  )
})
