import { randomUUID } from 'node:crypto'
import { PARTITIONS } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { Positions } from '../consumer/positions'
import { type LogRecord, logEnds, readLog } from '../index'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { entry, established, recordIn, saved, UNITS } from '../testing/facts'
import { put, quiet, settingsFor } from '../testing/kafka-log'
import { until } from '../testing/until'
import { lagOf } from './lag'
import { outboxIn } from './outbox'

const names = freshNames()
const kafka = settingsFor(names.topicPrefix, engines().brokers)
const asked = { kafka, logger: quiet }
let database: OpenDatabase
beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
})
afterAll(async () => {
  await database.close()
  await names.drop()
})

const positions = new Positions(() => database.db, new Set())
const lag = () => lagOf({ ...asked, topics: [UNITS], positions })

/** What stands in the topic, the oldest first. */
async function log(): Promise<LogRecord[]> {
  const found: LogRecord[] = []
  const to = (await logEnds(asked)).get(UNITS) ?? new Map()
  await readLog({ ...asked, topic: UNITS, to }, (record) => void found.push(record))
  return found.sort((a, b) => a.timestamp - b.timestamp)
}

test('what waits is counted over all partitions, and timed by the oldest that is not applied', async () => {
  await put(kafka, [recordIn(randomUUID(), 1)])
  const [first] = await log()
  await until(() => Date.now() - (first?.timestamp ?? 0) > 2_500)
  const others = Array.from({ length: 2 * PARTITIONS }, () => recordIn(randomUUID(), 1))
  await put(kafka, others)
  await until(async () => Date.now() - ((await log()).at(-1)?.timestamp ?? 0) > 1_500)
  const records = await log()
  const isSince = async (oldest: LogRecord | undefined) => {
    const { count, since } = await lag()
    expect(Math.abs((since?.getTime() ?? 0) - (oldest?.timestamp ?? 0))).toBeLessThanOrEqual(500)
    return count
  }
  expect(await isSince(records[0])).toBe(records.length)
  await positions.advance(new Map(), [{ topic: UNITS, partition: records[0]?.partition ?? 0, next: 1 }])
  expect(await isSince(records[1])).toBe(records.length - 1)
  for (const [partition, next] of (await logEnds(asked)).get(UNITS) ?? [])
    await positions.advance(new Map(), [{ topic: UNITS, partition, next }])
  expect(await lag()).toEqual({ count: 0, since: undefined })
}, 60_000)

test('what is unpublished is counted over all aggregates, whoever saved it, and timed by the oldest fact', async () => {
  const [units, bodies] = ['units', 'bodies'].map((name) => database.db.collection<ReturnType<typeof saved>>(name))
  if (!units || !bodies) throw new Error('no collections')
  expect(await outboxIn([units, bodies])).toEqual({ count: 0, since: undefined })
  const at = (time: string, seq: number, unitId: string) => ({ ...entry(seq, established(unitId)), time: new Date(time) })
  const [one, two, published] = [randomUUID(), randomUUID(), randomUUID()]
  await units.insertOne(saved(one, [at('2026-06-30T04:00:05Z', 1, one), at('2026-06-30T04:00:09Z', 2, one)]))
  await bodies.insertOne(saved(two, [at('2026-06-30T04:00:01Z', 1, two)]))
  await units.insertOne({ _id: published, version: 1, log: { seq: 1, outbox: [], commands: [] } })
  expect(await outboxIn([units, bodies])).toEqual({ count: 3, since: new Date('2026-06-30T04:00:01Z') })
})
