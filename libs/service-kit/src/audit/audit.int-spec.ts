import { randomUUID } from 'node:crypto'
import { replay } from '@sizhang/messaging'
import { engines, freshNames } from '@sizhang/testing'
import pino from 'pino'
import type { Caller } from '../caller/caller'
import { Database } from '../operation/database'
import type { RunningService } from '../operation/service'
import { everywhere } from '../rights'
import { decided } from '../rules'
import { dissolve, establish, SmallUnits, startSmallService, statusOf } from '../testing/service'
import { until } from '../testing/until'
import { Audit, type AuditedDocument } from './audit'
import { ChainWalk, type AuditLink } from './chain-links'
import { Checkpoints } from './checkpoints'

const clerk: Caller = {
  accountId: 'clerk',
  name: 'clerk',
  grants: [everywhere('CITY_ADMINISTRATOR')],
  language: 'zh',
  after: [],
  address: '192.0.2.7',
  correlationId: 'c-1',
}
const names = freshNames()
const services: RunningService[] = []

async function start(): Promise<RunningService> {
  const { brokers, mongoUri } = engines()
  const prefixes = { DATABASE_PREFIX: names.databasePrefix, TOPIC_PREFIX: names.topicPrefix }
  const service = await startSmallService({ KAFKA_BROKERS: brokers, MONGODB_URI: mongoUri, ...prefixes })
  services.push(service)
  await until(async () => (await statusOf(service, '/health/ready')) === 200)
  return service
}

let service: RunningService
beforeAll(async () => {
  service = await start()
})
afterAll(async () => {
  await Promise.all(services.map((each) => each.stop()))
  await names.drop()
})

const command = (name = 'establishUnit') => ({ commandId: randomUUID(), name, input: {} })
const create = (on = service) => {
  const { commandId, ...said } = command()
  return on.app.get(SmallUnits).create(clerk, { commandId, ...said }, (id) => establish(id, `单位${id}`))
}
const database = () => service.app.get(Database).connection
const links = () => database().collection<AuditLink>('audit')
const units = () => database().collection<AuditedDocument>('units')
const entriesOf = (record: string) => links().find({ record }).sort({ _id: 1 }).toArray()
const chained = async (record: string, count = 1) => {
  await until(async () => (await entriesOf(record)).length >= count)
  return entriesOf(record)
}

async function faultInChain() {
  const walk = new ChainWalk('organization', [])
  for await (const link of links().find().sort({ _id: 1 })) {
    const fault = walk.follow(link)
    if (fault) return fault
  }
  return undefined
}

/** The database refuses whatever is chained, until the answer is called. */
async function withoutAudit(): Promise<() => Promise<unknown>> {
  const set = (validator: object) => database().db?.command({ collMod: 'audit', validator })
  await set({ _id: { $type: 'string' } })
  return () => set({}) ?? Promise.resolve()
}

test('a command leaves one entry: who, what, on which record, when, from where, and that it was done', async () => {
  const before = new Date()
  const { id } = await create()
  const [entry, ...others] = await chained(id)
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    account: 'clerk',
    action: 'establishUnit',
    kind: 'units',
    address: '192.0.2.7',
    trace: 'c-1',
    refusal: null,
  })
  expect(entry?.at.getTime()).toBeGreaterThanOrEqual(before.getTime())
})

test('a command that is sent again is written down once, and one that a rule refuses not at all', async () => {
  const store = service.app.get(SmallUnits)
  const { id } = await create()
  const end = command('dissolveUnit')
  await store.update(id, clerk, end, (unit) => dissolve(id, unit))
  await store.update(id, clerk, end, (unit) => dissolve(id, unit))
  await expect(store.update(id, clerk, command('dissolveUnit'), (unit) => dissolve(id, unit))).rejects.toThrow('UNIT_DISSOLVED_ALREADY')
  await service.app.get(Audit).flush()
  expect((await entriesOf(id)).map(({ action }) => action)).toEqual(['establishUnit', 'dissolveUnit'])
})

test('two instances that write at once make one chain: whole, no entry lost, none doubled', async () => {
  const other = await start()
  const made: { id: string }[] = []
  for (let round = 0; round < 5; round++) {
    made.push(...(await Promise.all(Array.from({ length: 40 }, (_, place) => create(place % 2 ? service : other)))))
    await Promise.all([service, other].map((each) => each.app.get(Audit).flush()))
  }
  const records = made.map(({ id }) => id)
  const found = await links()
    .find({ record: { $in: records } })
    .toArray()
  expect([found.length, new Set(found.map(({ record }) => record)).size]).toEqual([200, 200])
  expect(await faultInChain()).toBeUndefined()
})

test('what died between saving a command and chaining its entry is chained by another instance, once', async () => {
  const dying = await start()
  const repaired = await withoutAudit()
  const { id } = await create(dying)
  await dying.app.get(Audit).flush()
  await dying.stop()
  expect(await entriesOf(id)).toEqual([])
  await repaired()
  await service.app.get(Audit).takeUp(new Date())
  expect(await entriesOf(id)).toHaveLength(1)
  expect(await faultInChain()).toBeUndefined()
})

test('what died between chaining an entry and taking it out of its document is not chained twice', async () => {
  const { id } = await create()
  const [link] = await chained(id)
  await until(async () => (await units().findOne({ _id: id }))?.log.audit?.length === 0)
  const { _id, previous, hash, ...entry } = link as AuditLink
  await units().updateOne({ _id: id }, { $set: { 'log.audit': [entry] } })
  await service.app.get(Audit).takeUp(new Date())
  expect(await entriesOf(id)).toHaveLength(1)
  expect((await units().findOne({ _id: id }))?.log.audit).toEqual([])
  expect(await faultInChain()).toBeUndefined()
})

test('entries among which one is known already are chained without it', async () => {
  const known = await create()
  const [link] = await chained(known.id)
  const repaired = await withoutAudit()
  const { id } = await create()
  await service.app.get(Audit).flush()
  await repaired()
  const { _id, previous, hash, ...entry } = link as AuditLink
  await units().updateOne({ _id: known.id }, { $set: { 'log.audit': [entry] } })
  await service.app.get(Audit).takeUp(new Date())
  expect([(await entriesOf(known.id)).length, (await entriesOf(id)).length]).toEqual([1, 1])
  expect(await faultInChain()).toBeUndefined()
})

test('hundreds that are known already are no reason to give up', async () => {
  const known = await Promise.all(Array.from({ length: 200 }, () => create()))
  const entries = await Promise.all(known.map(({ id }) => chained(id)))
  const fresh = await withoutAudit()
  const { id } = await create()
  await service.app.get(Audit).flush()
  await fresh()
  await Promise.all(
    entries.map(([link]) => {
      const { _id, previous, hash, ...entry } = link as AuditLink
      return units().updateOne({ _id: entry.record as string }, { $set: { 'log.audit': [entry] } })
    }),
  )
  await service.app.get(Audit).takeUp(new Date())
  expect(service.app.get(Audit).failing).toBe(false)
  expect(await entriesOf(id)).toHaveLength(1)
  expect(await units().countDocuments({ 'log.audit.at': { $exists: true } })).toBe(0)
  expect(await faultInChain()).toBeUndefined()
})

test('commands on one record, sooner than their entries are chained, are written down once each', async () => {
  const { id } = await create()
  const store = service.app.get(SmallUnits)
  for (let change = 1; change <= 15; change++)
    await store.update(id, clerk, command('renameUnit'), (unit) => decided({ ...unit, name: `改名${change}` }))
  await service.app.get(Audit).flush()
  expect(service.app.get(Audit).failing).toBe(false)
  expect(await entriesOf(id)).toHaveLength(16)
})

test('a service whose audit is not written takes no command and says so, and goes on when it is written again', async () => {
  const repaired = await withoutAudit()
  const audit = service.app.get(Audit)
  const { id } = await create()
  await audit.flush()
  await expect(create()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  await expect(audit.append(clerk, { action: 'signIn' })).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  expect(await statusOf(service, '/health/ready')).toBe(503)
  await repaired()
  await audit.takeUp(new Date())
  expect(await entriesOf(id)).toHaveLength(1)
  await create()
})

test('many that are created under one command are one entry', async () => {
  const listed = Array.from({ length: 30 }, () => ({ id: randomUUID(), name: `批${randomUUID()}` }))
  const before = await links().countDocuments({ action: 'establishUnits' })
  await service.app.get(SmallUnits).establishAll(clerk, command('establishUnits'), listed)
  expect((await links().countDocuments({ action: 'establishUnits' })) - before).toBe(1)
  expect(await links().countDocuments({ record: { $in: listed.map(({ id }) => id) } })).toBe(0)
})

test('how far the audit goes is told as a fact, once for all instances, and not when nothing was added', async () => {
  const [one, other] = [service, await start()].map((each) => each.app.get(Checkpoints))
  const { id } = await create()
  const [link] = await chained(id)
  await service.app.get(Audit).flush()
  const made = await Promise.all([one?.make(), other?.make()])
  expect([made.filter(Boolean).length, await one?.make(), await other?.make()]).toEqual([1, false, false])
  const kafka = { brokers: engines().brokers.split(','), topicPrefix: names.topicPrefix, clientId: 'test' }
  const told: { position: number; hash: string }[] = []
  await until(async () => {
    told.length = 0
    await replay({ kafka, logger: pino({ level: 'silent' }), topic: 'organization.audit-checkpoints' }, ({ raw: { value } }) => {
      told.push((JSON.parse(String(value)) as { data: { position: number; hash: string } }).data)
    })
    return told.some(({ position }) => position === link?._id)
  })
  expect(told.filter(({ position }) => position === link?._id)).toMatchObject([{ hash: link?.hash }])
})
