import { randomUUID } from 'node:crypto'
import { Controller } from '@nestjs/common'
import { UnitDissolved, UnitEstablished, type EventOf } from '@sizhang/contracts'
import { engines, freshNames } from '@sizhang/testing'
import { ignored, When, type Ignored, type Write } from '../index'
import { openDatabase, type OpenDatabase } from '../testing/database'
import { dissolved, established, recordIn, UNITS } from '../testing/facts'
import { put, settingsFor } from '../testing/kafka-log'
import { startInstance, type Instance } from '../testing/service'
import { until } from '../testing/until'

const names = freshNames()
const kafka = settingsFor(names.topicPrefix, engines().brokers)
let database: OpenDatabase
let reporting: Instance

@Controller()
class Coverage {
  @When(UnitEstablished)
  showUnitWhenUnitEstablished({ subject, data }: EventOf<typeof UnitEstablished>): Write[] {
    return [
      { into: 'units', id: subject, set: { from: data.from, place: { area: data.area } }, unset: ['on'] },
      { into: 'areas_of_units', id: `${subject}:${data.from}`, set: { area: data.area } },
    ]
  }

  @When(UnitDissolved)
  showEndWhenUnitDissolved({ subject, data }: EventOf<typeof UnitDissolved>): Write {
    return { into: 'units', id: subject, set: { on: data.on, 'place.left': true } }
  }
}

@Controller()
class Ledger {
  @When(UnitEstablished)
  ignoreUnitEstablished(): Ignored {
    return ignored('a ledger of ends has nothing to do with foundations')
  }
}

@Controller()
class Ends {
  @When(UnitDissolved)
  listEndWhenUnitDissolved({ subject, sequence }: EventOf<typeof UnitDissolved>): Write {
    return { into: 'ends', id: `${subject}:${sequence}`, set: { unitId: subject } }
  }
}

beforeAll(async () => {
  database = await openDatabase(engines().mongoUri, names.databasePrefix + 'reporting')
  reporting = await startInstance(kafka, () => database.db, [Coverage, Ledger, Ends])
})
afterAll(async () => {
  await reporting.stop()
  await database.close()
  await names.drop()
})

const unitOf = (unitId: string) => database.db.collection<{ _id: string }>('units').findOne({ _id: unitId })
const applied = (unitId: string, seq: number) =>
  reporting.strategy.positions.waitFor([{ topic: UNITS, id: unitId, seq }], 20_000).then((reached) => expect(reached).toBe(true))
const counted = async (fate: string) => {
  const metric = await reporting.registry.getSingleMetric('sizhang_consumer_records_total')?.get()
  return metric?.values.find(({ labels }) => labels['fate'] === fate)?.value ?? 0
}

test('facts reach every handler of their type and become documents that say how far they are', async () => {
  const unitId = randomUUID()
  await put(kafka, [recordIn(unitId, 1), recordIn(unitId, 2, dissolved(unitId, '2026-05-01'))])
  await applied(unitId, 2)
  expect(await unitOf(unitId)).toEqual({
    _id: unitId,
    seq: 2,
    from: '2018-06-11',
    on: '2026-05-01',
    place: { area: '320211001', left: true },
  })
  expect(await database.db.collection('ends').findOne({ unitId })).toMatchObject({ seq: 2 })
  await until(async () => (await reporting.strategy.positions.appliedUpTo(UNITS, unitId)) === 2)
})

test('a fact that comes twice, at other offsets and out of turn, changes nothing', async () => {
  const unitId = randomUUID()
  const [first, second, third] = [
    recordIn(unitId, 1, established(unitId, '2020-01-01')),
    recordIn(unitId, 2, dissolved(unitId)),
    recordIn(unitId, 3, established(unitId, '2024-01-01')),
  ]
  const duplicates = await counted('duplicate')
  await put(kafka, [first, second, first, second, third])
  await applied(unitId, 3)
  const once = await unitOf(unitId)
  expect(once).toEqual({ _id: unitId, seq: 3, from: '2024-01-01', place: { area: '320211001' } })
  await put(kafka, [second, third])
  await until(async () => (await counted('duplicate')) === duplicates + 4)
  expect(await unitOf(unitId)).toEqual(once)
  // With its first fact an aggregate is taken for a new one: the document itself drops what it knows.
  const repeated = await counted('applied')
  await put(kafka, [first, second, third])
  await until(async () => (await counted('applied')) === repeated + 3)
  expect(await unitOf(unitId)).toEqual(once)
})

test('facts without a handler in a service move its positions all the same', async () => {
  const unitId = randomUUID()
  const activity = await openDatabase(engines().mongoUri, names.databasePrefix + 'activity')
  const { strategy, stop } = await startInstance(kafka, () => activity.db, [Ends], { group: 'activity' })
  await put(kafka, [recordIn(unitId, 1), recordIn(unitId, 2, dissolved(unitId))])
  await strategy.positions.waitFor([{ topic: UNITS, id: unitId, seq: 2 }], 20_000)
  await until(async () => (await strategy.positions.appliedUpTo(UNITS, unitId)) === 2)
  expect(await activity.db.collection('ends').countDocuments({ unitId })).toBe(1)
  await stop()
  await activity.close()
})

test('nobody waits for a topic that the service does not follow, nor longer than asked', async () => {
  const { positions } = reporting.strategy
  expect(await positions.waitFor([{ topic: 'membership.persons', id: randomUUID(), seq: 1 }], 0)).toBe(true)
  expect(await positions.waitFor([{ topic: UNITS, id: randomUUID(), seq: 1 }], 60)).toBe(false)
})

test('the service is ready and live, and tells its lag', async () => {
  await until(() => reporting.strategy.health().ready)
  expect(reporting.strategy.health()).toEqual({ ready: true, live: true, detail: 'consuming 12 partitions' })
  const metrics = await reporting.registry.metrics()
  for (const name of ['lag_events', 'lag_seconds', 'rebalances_total', 'restarts_total'])
    expect(metrics).toContain(`sizhang_consumer_${name}`)
  expect(metrics).toContain('sizhang_parked_aggregates 0')
})
