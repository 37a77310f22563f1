import { randomUUID } from 'node:crypto'
import { eventByType } from '@sizhang/contracts'
import { Relay, replay } from '@sizhang/messaging'
import { engines, freshNames } from '@sizhang/testing'
import pino from 'pino'
import type { Caller } from '../caller/caller'
import { everywhere } from '../rights'
import { Database } from '../operation/database'
import type { RunningService } from '../operation/service'
import { dissolve, establish, SmallUnits, startSmallService, statusOf } from '../testing/service'
import { tapInto } from '../testing/tap'
import { until } from '../testing/until'

const names = freshNames()
const clerk: Caller = {
  accountId: 'clerk',
  name: 'clerk',
  grants: [everywhere('CITY_ADMINISTRATOR')],
  language: 'zh',
  after: [],
  correlationId: 'c-1',
}
const command = (commandId: string = randomUUID(), input: object = {}) => ({ commandId, name: 'establishUnit', input })
let service: RunningService
let units: SmallUnits

const start = (mongoUri = engines().mongoUri) => {
  const prefixes = { DATABASE_PREFIX: names.databasePrefix, TOPIC_PREFIX: names.topicPrefix }
  return startSmallService({ KAFKA_BROKERS: engines().brokers, MONGODB_URI: mongoUri, ...prefixes })
}

beforeAll(async () => {
  service = await start()
  units = service.app.get(SmallUnits)
  await until(async () => (await statusOf(service, '/health/ready')) === 200)
})
afterAll(async () => {
  await service.stop()
  await names.drop()
})

const raw = () =>
  service.app.get(Database).connection.collection<{ _id: string; version: number; log: { seq: number; outbox: object[] } }>('units')
const create = (name: string, commandId: string = randomUUID()) =>
  units.create(clerk, command(commandId, { name }), (id) => establish(id, name))
const entriesOf = (ids: readonly string[]) =>
  service.app
    .get(Database)
    .connection.collection('audit')
    .find({ record: { $in: ids } })
    .toArray()
const told = async (id: string) => {
  const found: { type: string; sequence: string; data: object; actor: string; causationid: string }[] = []
  const kafka = { brokers: engines().brokers.split(','), topicPrefix: names.topicPrefix, clientId: 'test' }
  await replay({ kafka, logger: pino({ level: 'silent' }), topic: 'organization.units' }, ({ raw: { value } }) => {
    if (String(value).includes(id)) found.push(JSON.parse(String(value)))
  })
  return found
}

test('twenty times the same command at once: one unit, and twenty equal answers', async () => {
  const id = randomUUID()
  const answers = await Promise.all(Array.from({ length: 20 }, () => create('二十', id)))
  expect(new Set(answers.map(({ version, mark, id: made }) => [version, mark, made].join())).size).toBe(1)
  expect(await raw().countDocuments({ name: '二十' })).toBe(1)
})

test('two hundred aggregates come in one answer of the database', async () => {
  const listed = Array.from({ length: 200 }, (_, place) => ({ id: randomUUID(), name: `名单${place}` }))
  await units.establishAll(clerk, command(), listed)
  const { db } = service.app.get(Database).connection
  await db?.setProfilingLevel('all')
  const ids = listed.map(({ id }) => id)
  expect(await units.findMany(clerk, ids)).toHaveLength(200)
  await db?.setProfilingLevel('off')
  const asked = { 'command.filter._id.$in': ids[0] }
  const again = { 'originatingCommand.filter._id.$in': ids[0] }
  expect(await db?.collection('system.profile').countDocuments({ $or: [asked, again] })).toBe(1)
})

test('the same command with another body is refused', async () => {
  const id = randomUUID()
  await create('原名', id)
  await expect(create('别名', id)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', details: { field: 'commandId' } })
})

test('twenty times the same change at once: one change', async () => {
  const { id } = await create('将撤')
  const change = command()
  const answers = await Promise.all(Array.from({ length: 20 }, () => units.update(id, clerk, change, (unit) => dissolve(id, unit))))
  expect(new Set(answers.map(({ version, mark }) => [version, mark].join())).size).toBe(1)
  expect(await raw().findOne({ _id: id })).toMatchObject({ version: 2, log: { seq: 2 } })
})

test('of fifty who change the same version one succeeds, and forty-nine meet a conflict', async () => {
  const { id } = await create('众改')
  const changed = await Promise.allSettled(
    Array.from({ length: 50 }, () => units.update(id, clerk, { ...command(), expectedVersion: 1 }, (unit) => dissolve(id, unit))),
  )
  const refused = changed.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { code: string }).code] : []))
  expect(refused).toEqual(Array.from({ length: 49 }, () => 'CONFLICT'))
})

test('a key that is taken is refused under its own code', async () => {
  await create('重名')
  await expect(create('重名')).rejects.toMatchObject({ code: 'CREDIT_CODE_TAKEN', details: { field: 'name' } })
})

test('a record that is too large leaves nothing, and tells nothing', async () => {
  const id = randomUUID()
  await expect(create('长'.repeat(400_000), id)).rejects.toMatchObject({ code: 'RECORD_TOO_LARGE' })
  expect(await raw().findOne({ _id: id })).toBeNull()
})

test('a fact is written with its state, reaches Kafka in order, and is as declared', async () => {
  const { id } = await create('有事')
  await units.update(id, clerk, command(), (unit) => dissolve(id, unit))
  await until(async () => (await told(id)).length >= 2)
  const facts = await told(id)
  expect(facts.map(({ type, sequence }) => [type, sequence])).toEqual([
    ['organization.unit-established.v1', '1'],
    ['organization.unit-dissolved.v1', '2'],
  ])
  for (const { type, data } of facts) expect(eventByType(type)?.data.safeParse(data).success).toBe(true)
  expect(facts[0]).toMatchObject({ actor: 'clerk', correlationid: 'c-1', causationid: id, unit: id })
  await until(async () => (await raw().findOne({ _id: id }))?.log.outbox.length === 0)
})

test('many are created under one command, which is resumed after a part of them', async () => {
  const many = Array.from({ length: 1_200 }, (_, place) => ({ id: randomUUID(), name: `批${place}` }))
  expect(await units.establishAll(clerk, command(), many.slice(0, 700))).toBe(700)
  const whole = command()
  expect(await units.establishAll(clerk, whole, many)).toBe(500)
  expect(await units.establishAll(clerk, whole, many)).toBe(0)
  expect(await raw().countDocuments({ name: /^批/ })).toBe(1_200)
})

const heapsOf = (label: string) =>
  Array.from({ length: 300 }, (_, place) => ({ id: randomUUID(), name: `${label}${String(place).padStart(3, '0')}` }))

test('where a heap of many is refused by the database, none that comes after it is written', async () => {
  const many = heapsOf('拒')
  await create('已有此名')
  many[150] = { id: randomUUID(), name: '已有此名' }
  await expect(units.establishAll(clerk, command(), many)).rejects.toThrow()
  expect(await raw().countDocuments({ name: /^拒0/ })).toBe(100)
  expect(await raw().countDocuments({ name: /^拒2/ })).toBe(0)
})

test('where one of many is refused, the heap before it is written by then', async () => {
  // So large that the database is busy with the first heap when the second is refused.
  const many = heapsOf('写').map(({ id, name }) => ({ id, name: name.padEnd(80_000, '长') }))
  many[150] = { id: randomUUID(), name: '长'.repeat(400_000) }
  await expect(units.establishAll(clerk, command(), many)).rejects.toMatchObject({ code: 'RECORD_TOO_LARGE' })
  expect(await raw().countDocuments({ name: /^写/ })).toBe(100)
})

test('what the database did not take in bulk is refused, and nothing of it is published', async () => {
  const line = await tapInto(Number(new URL(engines().mongoUri).port))
  const away = await start(`mongodb://127.0.0.1:${line.port}/?directConnection=true`)
  try {
    await until(async () => (await statusOf(away, '/health/ready')) === 200)
    const id = randomUUID()
    await line.cut()
    await expect(away.app.get(SmallUnits).establishAll(clerk, command(), [{ id, name: '断' }])).rejects.toThrow()
    await away.app.get(Relay).settled()
    expect(await told(id)).toEqual([])
    expect(await raw().countDocuments({ _id: id })).toBe(0)
  } finally {
    await line.mend()
    await away.stop()
    await line.cut()
  }
})

describe('some created in one write, each by its command', () => {
  const one = (name: string) => ({ id: randomUUID() as string, name })

  test('are each told once, with an entry of the audit of their own, and answered in their order', async () => {
    const made = ['一', '二', '三'].map(one)
    const written = await units.establishEach(clerk, made)
    expect(written.map(({ id, version, state }) => [id, version, state.name])).toEqual(made.map(({ id, name }) => [id, 1, name]))
    for (const { id } of made) await until(async () => (await told(id)).length === 1)
    await until(async () => (await entriesOf(made.map(({ id }) => id))).length === 3)
  })

  test('sent again, also with others between them, change nothing and are answered as before', async () => {
    const first = one('四')
    const second = one('五')
    const before = await units.establishEach(clerk, [first])
    const again = await units.establishEach(clerk, [second, first, one('六')])
    expect(again.map(({ state }) => state.name)).toEqual(['五', '四', '六'])
    expect(
      await units.findMany(
        clerk,
        again.map(({ id }) => id),
      ),
    ).toHaveLength(3)
    expect(again[1]).toMatchObject({ id: first.id, version: 1, mark: before[0]?.mark })
    await until(async () => (await told(first.id)).length === 1)
  })

  test('with another body than before are refused, and those before them stay', async () => {
    const known = one('七')
    const fresh = one('八')
    await units.establishEach(clerk, [known])
    const again = units.establishEach(clerk, [fresh, { ...known, name: '改' }])
    await expect(again).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', details: { value: known.id } })
    expect(await units.find(clerk, fresh.id)).toMatchObject({ name: '八' })
  })

  test('that take what another one has are refused, and what came after is not there', async () => {
    await create('占用')
    const fresh = one('九')
    const taking = one('占用')
    const after = one('十')
    await expect(units.establishEach(clerk, [fresh, taking, after])).rejects.toMatchObject({ code: 'CREDIT_CODE_TAKEN' })
    expect((await units.findMany(clerk, [fresh.id, taking.id, after.id])).map(({ name }) => name)).toEqual(['九'])
  })
})

test('who has no role neither reads nor writes', async () => {
  const nobody = { ...clerk, grants: [] }
  await expect(units.create(nobody, command(), (id) => establish(id, '无权'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(units.update(randomUUID(), nobody, command(), (unit) => dissolve('', unit))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(units.establishEach(nobody, [])).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(units.establishAll(nobody, command(), [])).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(units.find(nobody, randomUUID())).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(units.findMany(nobody, [])).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('what there is not is not changed', async () => {
  await expect(units.update(randomUUID(), clerk, command(), (unit) => dissolve('', unit))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a service whose database was set back to an earlier day reads, takes no command, and says why', async () => {
  const { id } = await create('旧')
  await until(async () => (await raw().findOne({ _id: id }))?.log.outbox.length === 0)
  const earlier = await raw().findOne({ _id: id })
  await units.update(id, clerk, command(), (unit) => dissolve(id, unit))
  await until(async () => (await told(id)).length >= 2)
  await raw().replaceOne({ _id: id }, earlier ?? { version: 0, log: { seq: 0, outbox: [] } })
  const again = await start()
  try {
    await until(async () => again.app.get(Relay).databaseOutdated)
    const store = again.app.get(SmallUnits)
    await expect(store.update(id, clerk, command(), (unit) => dissolve(id, unit))).rejects.toMatchObject({ code: 'DATABASE_OUTDATED' })
    expect(await store.find(clerk, id)).toMatchObject({ version: 1 })
    expect(await statusOf(again, '/health/ready')).toBe(503)
    expect(await (await fetch(`${again.url}/health/ready`)).text()).toContain(`${id} is stored up to 1, in the log up to 2`)
  } finally {
    await again.stop()
  }
})
