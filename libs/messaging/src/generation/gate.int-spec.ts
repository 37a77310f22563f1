import { engines, freshNames } from '@sizhang/testing'
import { Registry } from 'prom-client'
import { Takers } from '../again/takers'
import { Positions } from '../consumer/positions'
import { read } from '../consumer/read'
import { measureConsumer } from '../metrics'
import { ParkingLot } from '../parked/parking-lot'
import { Retries } from '../parked/retries'
import { Projector } from '../projection/projector'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { UNITS } from '../testing/facts'
import { quiet } from '../testing/kafka-log'
import { Gate } from './gate'

const names = freshNames()
let database: OpenDatabase
beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
})
afterAll(async () => {
  await database.close()
  await names.drop()
})

/** Looks once for what operators want; answers how long ago the gate was used, in milliseconds. */
async function agoAfterALook(): Promise<number> {
  const db = () => database.db
  const lot = new ParkingLot(db)
  const counters = measureConsumer(new Registry(), { lagEvents: () => 0, lagSeconds: () => 0, parked: async () => 0, otherLogs: () => 0 })
  const projector = new Projector(db, new Positions(db, new Set([UNITS])), lot, async () => [], counters)
  const gate = new Gate()
  const lookers = [new Retries(db, lot, projector, gate, quiet), new Takers(db, projector, gate, quiet)]
  for (const looker of lookers) looker.start()
  await Promise.all(lookers.map((looker) => looker.stop()))
  return gate.use.ago
}

test('to look for what operators want is no work at which a rebuild makes way; to do it is', async () => {
  expect(await agoAfterALook()).toBe(Infinity)
  const { raw, key } = read({ topic: UNITS, partition: 0, offset: 0, value: Buffer.from('{"broken') })
  const lot = new ParkingLot(() => database.db)
  await lot.park({ raw, key, reason: 'broken' }, 'broken')
  await database.db.collection('parked').updateOne({}, { $set: { retry: true } })
  expect(await agoAfterALook()).toBeLessThan(Infinity)
})
