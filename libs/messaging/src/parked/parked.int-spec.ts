import { randomUUID } from 'node:crypto'
import { Controller } from '@nestjs/common'
import { UnitEstablished, type EventOf } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { discardedIn, type ParkedAggregate, When, type Write } from '../index'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { established, recordIn, UNITS } from '../testing/facts'
import { put, settingsFor } from '../testing/kafka-log'
import { startInstance, type Instance } from '../testing/service'
import { until } from '../testing/until'

const names = freshNames()
const kafka = settingsFor(names.topicPrefix, engines().brokers)
const UNKNOWN_TO_THE_HANDLER = '1900-01-01'
let database: OpenDatabase
let reporting: Instance
let handlerIsFixed = false

@Controller()
class Coverage {
  @When(UnitEstablished)
  showUnitWhenUnitEstablished({ subject, sequence, data }: EventOf<typeof UnitEstablished>): Write[] {
    if (data.from === UNKNOWN_TO_THE_HANDLER && !handlerIsFixed) throw new TypeError('Cannot read properties of undefined')
    return [
      { into: 'units', id: subject, set: { from: data.from } },
      { into: 'history', id: `${subject}:${sequence}`, set: { unitId: subject, at: Number(sequence) } },
    ]
  }
}

beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
  reporting = await startInstance(kafka, () => database.db, [Coverage])
})
beforeEach(() => (handlerIsFixed = false))
afterAll(async () => {
  await reporting.stop()
  await database.close()
  await names.drop()
})

const keyOf = (unitId: string) => `${UNITS}/${unitId}`
const day = (seq: number) => `2020-01-${String(seq).padStart(2, '0')}`
const record = (unitId: string, seq: number) => recordIn(unitId, seq, established(unitId, day(seq)))
const troublesome = (unitId: string, seq: number) => recordIn(unitId, seq, established(unitId, UNKNOWN_TO_THE_HANDLER))
const changed = ({ key, value }: { key: string; value: string }, change: Record<string, unknown>) => ({
  key,
  value: JSON.stringify({ ...JSON.parse(value), ...change }),
})
const applied = (unitId: string, seq: number) => reporting.strategy.positions.waitFor([{ topic: UNITS, id: unitId, seq }], 20_000)
const historyOf = async (unitId: string) =>
  (
    await database.db
      .collection('history')
      .find({ unitId }, { sort: { at: 1 } })
      .toArray()
  ).map(({ at }) => at as number)
const subjectOf = ({ key, reason }: ParkedAggregate) => (key.startsWith(`${UNITS}@`) ? reason.slice(0, 8) : key)
const parkedNow = (unitId: string) => reporting.strategy.parked.show(keyOf(unitId))
const waiting = (unitId: string, count: number) => until(async () => (await parkedNow(unitId))?.waiting === count)
const discard = async (unitId: string) => reporting.strategy.parked.discard((await parkedNow(unitId)) as ParkedAggregate, 'a test')
const retry = (unitId: string) => reporting.strategy.parked.retry(keyOf(unitId))

test('each poisonous record is parked by itself with its place and its bytes, and the consumer goes on', async () => {
  const [wrong, unknown, failing, newer] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const { data } = JSON.parse(record(newer, 1).value) as { data: object }
  const halfARecord = Buffer.from([0x7b, 0x22, 0xff, 0xfe])
  await put(kafka, [
    { key: 'broken', value: halfARecord },
    { key: 'null', value: null },
    changed(record(wrong, 1), { data: { unitId: wrong } }),
    changed(record(unknown, 1), { type: 'organization.unit-painted.v1' }),
    troublesome(failing, 1),
    changed(record(newer, 1), { data: { ...data, region: 'SOUTH' } }),
  ])
  expect(await applied(newer, 1)).toBe(true)
  // A producer that tries again puts a record twice at times, as Kafka allows: what names no aggregate is then parked at both places.
  const found = await until(async () => {
    const all = await reporting.strategy.parked.list()
    const caughtUp = (await reporting.registry.metrics()).includes('sizhang_consumer_lag_events 0')
    return caughtUp && new Set(all.map(subjectOf)).size === 5 && all
  })
  const reasons = Object.fromEntries(found.map((parked) => [subjectOf(parked), parked.reason]))
  expect(reasons).toEqual({
    'the valu': expect.stringContaining('not JSON'),
    'the reco': 'the record has no value',
    [keyOf(wrong)]: expect.stringContaining('the data is not as declared'),
    [keyOf(unknown)]: 'this release does not know the type organization.unit-painted.v1',
    [keyOf(failing)]: 'the handler failed: TypeError: Cannot read properties of undefined',
  })
  expect(found.find(({ reason }) => reason.includes('not JSON'))).toMatchObject({
    value: halfARecord,
    offset: expect.any(Number),
    waiting: 0,
  })
  expect(reporting.strategy.health()).toMatchObject({ live: true })
  expect(await reporting.registry.metrics()).toContain(`sizhang_parked_aggregates ${found.length}`)
})

test('after a gap an aggregate waits; other aggregates of the same partition go on', async () => {
  const [gapped, other] = [randomUUID(), randomUUID()]
  const inOnePartition = { ...record(other, 1), key: gapped }
  await put(kafka, [record(gapped, 1), record(gapped, 3), record(gapped, 4), inOnePartition])
  expect(await applied(other, 1)).toBe(true)
  await waiting(gapped, 1)
  expect(await parkedNow(gapped)).toMatchObject({ reason: 'a gap: after 1 comes 3' })
  expect(await historyOf(gapped)).toEqual([1])
  await put(kafka, [record(gapped, 2)])
  await waiting(gapped, 2)
  expect(await retry(gapped)).toEqual({ applied: true })
  expect(await historyOf(gapped)).toEqual([1, 2, 3, 4])
})

test('retried before the fix an aggregate stays parked and says why; after it everything is applied in order, once', async () => {
  const unitId = randomUUID()
  await put(kafka, [record(unitId, 1), troublesome(unitId, 2), record(unitId, 3), record(unitId, 2), record(unitId, 4)])
  await waiting(unitId, 3)
  expect(await retry(unitId)).toEqual({ applied: false, reason: expect.stringContaining('TypeError') })
  expect(await historyOf(unitId)).toEqual([1])
  handlerIsFixed = true
  expect(await retry(unitId)).toEqual({ applied: true })
  expect(await historyOf(unitId)).toEqual([1, 2, 3, 4])
  expect(await database.db.collection<{ _id: string }>('units').findOne({ _id: unitId })).toEqual({ _id: unitId, seq: 4, from: day(4) })
  await put(kafka, [record(unitId, 5)])
  expect(await applied(unitId, 5)).toBe(true)
  expect(await parkedNow(unitId)).toBeUndefined()
})

test('a retry stops at the next record that cannot be applied and keeps what is behind it', async () => {
  const unitId = randomUUID()
  const broken = changed(record(unitId, 3), { data: {} })
  await put(kafka, [record(unitId, 1), troublesome(unitId, 2), broken, record(unitId, 4)])
  await waiting(unitId, 2)
  handlerIsFixed = true
  expect(await retry(unitId)).toEqual({ applied: false, reason: expect.stringContaining('not as declared') })
  expect(await historyOf(unitId)).toEqual([1, 2])
  expect(await parkedNow(unitId)).toMatchObject({ waiting: 1, value: Buffer.from(broken.value) })
})

test('a discarded record that was no fact lets the rest flow; one that was leaves a gap, and that parks', async () => {
  const [forged, real] = [randomUUID(), randomUUID()]
  await put(kafka, [record(forged, 1), changed(record(forged, 2), { data: {} }), record(forged, 2), record(forged, 3)])
  await put(kafka, [record(real, 1), changed(record(real, 2), { data: {} }), record(real, 3)])
  await waiting(forged, 2)
  await waiting(real, 1)
  expect(await discard(forged)).toEqual({ applied: true })
  expect(await historyOf(forged)).toEqual([1, 2, 3])
  expect(await discard(real)).toEqual({ applied: false, reason: 'a gap: after 1 comes 3' })
  expect(await historyOf(real)).toEqual([1])
})

test('what is given up is kept byte for byte with both reasons, and never another record than the one that was named', async () => {
  const unitId = randomUUID()
  const forged = changed(record(unitId, 2), { data: {} })
  await put(kafka, [record(unitId, 1), forged, record(unitId, 2)])
  await waiting(unitId, 1)
  const { partition, offset } = (await parkedNow(unitId)) as ParkedAggregate
  const { parked } = reporting.strategy
  expect(await parked.discard({ key: keyOf(unitId), partition, offset: offset + 1 }, 'another')).toMatchObject({ applied: false })
  expect(await parked.discard({ key: keyOf(unitId), partition, offset }, 'forged by a script')).toEqual({ applied: true })
  const kept = await discardedIn(database.db).findOne({ key: keyOf(unitId) }, { promoteBuffers: true })
  expect(kept).toMatchObject({ _id: `${UNITS}@${partition}:${offset}`, value: Buffer.from(forged.value), because: 'forged by a script' })
  expect(kept?.reason).toContain('the data is not as declared')
  expect(await historyOf(unitId)).toEqual([1, 2])
})

test('records that come in while an aggregate is retried are neither lost nor doubled', async () => {
  const unitId = randomUUID()
  await put(kafka, [record(unitId, 1), troublesome(unitId, 2)])
  await waiting(unitId, 0)
  handlerIsFixed = true
  const incoming = (async () => {
    for (let seq = 3; seq <= 31; seq += 1) await put(kafka, [record(unitId, seq)])
  })()
  const retrying = (async () => {
    while (await parkedNow(unitId)) await retry(unitId)
  })()
  await Promise.all([incoming, retrying])
  expect(await applied(unitId, 31)).toBe(true)
  expect(await historyOf(unitId)).toEqual(Array.from({ length: 31 }, (_, place) => place + 1))
}, 60_000)

test('nothing is parked under an unknown key', async () => {
  expect(await reporting.strategy.parked.retry('organization.units/nobody')).toEqual({
    applied: false,
    reason: 'nothing is parked under this key',
  })
  expect(await reporting.strategy.parked.show('organization.units/nobody')).toBeUndefined()
})
