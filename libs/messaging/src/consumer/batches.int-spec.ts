import { randomUUID } from 'node:crypto'
import { engines, freshNames } from '@sizhang/testing'
import type { EachBatchPayload, KafkaMessage } from 'kafkajs'
import { Registry } from 'prom-client'
import { Gate } from '../generation/gate'
import { measureConsumer } from '../metrics'
import { ParkingLot } from '../parked/parking-lot'
import { Projector } from '../projection/projector'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { recordIn, UNITS } from '../testing/facts'
import { quiet } from '../testing/kafka-log'
import { until } from '../testing/until'
import { Batches } from './batches'
import { Lag } from './lag'
import { Positions } from './positions'

const names = freshNames()
let database: OpenDatabase
beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
})
afterAll(async () => {
  await database.close()
  await names.drop()
})

/** What kafkajs gives with a batch of partition 0, and what it was asked in return. */
class Given {
  readonly asked: string[] = []
  stale = false
  running = true
  heartbeat = async () => void this.asked.push('heartbeat')
  private readonly messages: KafkaMessage[]

  constructor(unitId: string, from: number, to: number) {
    this.messages = Array.from({ length: to - from + 1 }, (_, place) => {
      const { key, value } = recordIn(unitId, from + place)
      const [offset, timestamp] = [String(from + place), String(Date.now() - 5_000)]
      return { key: Buffer.from(key), value: Buffer.from(value), offset, timestamp, attributes: 0, headers: {} }
    })
  }

  get payload(): EachBatchPayload {
    const batch = { topic: `t.${UNITS}`, partition: 0, highWatermark: '10', messages: this.messages }
    return {
      batch: batch as unknown as EachBatchPayload['batch'],
      resolveOffset: (offset) => void this.asked.push(`resolve ${offset}`),
      heartbeat: () => this.heartbeat(),
      commitOffsetsIfNecessary: async (offsets) => void this.asked.push(offsets ? 'commit all' : 'commit if necessary'),
      uncommittedOffsets: () => ({ topics: [] }),
      pause: () => {
        this.asked.push('pause')
        return () => void this.asked.push('resume')
      },
      isRunning: () => this.running,
      isStale: () => this.stale,
    }
  }
}

function batches(position: () => Promise<ReadonlySet<string>> = async () => new Set(), doubt = (_partition: string): void => undefined) {
  const lag = new Lag()
  const db = () => database.db
  const counters = measureConsumer(new Registry(), { lagEvents: () => 0, lagSeconds: () => 0, parked: async () => 0, otherLogs: () => 0 })
  const projector = new Projector(db, new Positions(db, new Set()), new ParkingLot(db), async () => [], counters)
  const gate = new Gate()
  return { take: new Batches({ topicPrefix: 't.', projector, position, doubt, lag, counters, logger: quiet, gate }).take, lag }
}
const appliedTo = (unitId: string) => new Positions(() => database.db, new Set()).appliedUpTo(UNITS, unitId)

test('a batch is applied, resolved, and committed soon, also when no other comes', async () => {
  const unitId = randomUUID()
  const given = new Given(unitId, 1, 3)
  const { take, lag } = batches()
  await take(given.payload)
  expect(given.asked).toEqual(['resolve 3', 'heartbeat', 'commit if necessary'])
  expect(await appliedTo(unitId)).toBe(3)
  expect(lag.events()).toBe(6)
  expect(lag.seconds()).toBeGreaterThanOrEqual(5)
  await until(() => given.asked.includes('commit all'))
})

test('a batch from another place than where the read models stand is not applied', async () => {
  const unitId = randomUUID()
  const given = new Given(unitId, 1, 3)
  await batches(async () => {
    given.stale = true
    return new Set<string>()
  }).take(given.payload)
  expect(given.asked.filter((what) => what.startsWith('resolve'))).toEqual([])
  expect(await appliedTo(unitId)).toBe(0)
})

test('a member that is stopping takes no further chunk and commits what it has', async () => {
  const unitId = randomUUID()
  const given = new Given(unitId, 1, 2_001)
  given.heartbeat = async () => void (given.running = false)
  await batches().take(given.payload)
  expect(await appliedTo(unitId)).toBe(2_000)
  expect(given.asked.at(-1)).toBe('commit all')
})

test('an error of the database rests the partition and does not escape', async () => {
  const unitId = randomUUID()
  const given = new Given(unitId, 1, 1)
  let away = true
  const { take, lag } = batches(async () => (away ? Promise.reject(new TypeError('the database is away')) : new Set()))
  await take(given.payload)
  expect([lag.events(), lag.seconds()]).toEqual([9, expect.any(Number)])
  expect(lag.seconds()).toBeGreaterThanOrEqual(5)
  await until(() => given.asked.includes('resume'))
  expect(given.asked.filter((what) => what.startsWith('resolve'))).toEqual([])
  away = false
  await take(given.payload)
  expect(await appliedTo(unitId)).toBe(1)
  expect(lag.events()).toBe(8)
})

test('nothing is applied of a log that is another than the one applied so far', async () => {
  const unitId = randomUUID()
  const given = new Given(unitId, 1, 3)
  await batches(async () => new Set([`${UNITS}@0`])).take(given.payload)
  expect(given.asked).toContain('pause')
  expect(await appliedTo(unitId)).toBe(0)
})

test('a log that has become shorter than what was applied of it is doubted before anything else is applied', async () => {
  const [unitId, other] = [randomUUID(), randomUUID()]
  const others = new Set<string>()
  const { take } = batches(
    async () => others,
    (partition) => others.add(partition),
  )
  await take(new Given(unitId, 18, 20).payload)
  await take(new Given(other, 1, 3).payload)
  expect([...others]).toEqual([`${UNITS}@0`])
  expect(await appliedTo(other)).toBe(0)
})

test('the word that the group changes does escape, so that the member joins again', async () => {
  const given = new Given(randomUUID(), 1, 1)
  const { take } = batches()
  given.heartbeat = () => Promise.reject(new Error('The group is rebalancing'))
  await expect(take(given.payload)).rejects.toThrow('The group is rebalancing')
})
