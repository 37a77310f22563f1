import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { auditCheckpointOf } from '@sizhang/contracts'
import type { Service } from '@sizhang/engines'
import { ensureTopics } from '@sizhang/messaging'
import { AUDIT, type AuditEntry, type AuditLink, KEPT_CHECKPOINTS, linksAfter, emptyHead } from '@sizhang/service-kit'
import { FactLog } from '@sizhang/service-kit/testing'
import { engines, freshNames } from '@sizhang/testing'
import mongoose, { type Connection } from 'mongoose'
import pino from 'pino'
import { runCommand } from '../commands'
import { opsSettings } from '../settings'

const names = freshNames()
const { brokers, mongoUri } = engines()
const settings = opsSettings({
  KAFKA_BROKERS: brokers,
  MONGODB_URI: mongoUri,
  TOPIC_PREFIX: names.topicPrefix,
  DATABASE_PREFIX: names.databasePrefix,
})
const kafka = { brokers: brokers.split(','), topicPrefix: names.topicPrefix, clientId: 'audit-test' }
const fact = auditCheckpointOf('membership')
const folder = mkdtempSync(join(tmpdir(), 'audit-'))
const ACCOUNT = '00000000-0000-7000-8000-000000009003'
let client: Connection
let whole: AuditLink[]

const anEntry = (place: number): AuditEntry => ({
  id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
  at: new Date(Date.UTC(2026, 0, 15, 2, 30, place)),
  account: ACCOUNT,
  action: place === 7 ? '=1+1' : 'registerPerson',
  kind: 'persons',
  record: `00000000-0000-7000-8000-00000001${String(place).padStart(4, '0')}`,
  reason: null,
  address: '192.0.2.1',
  trace: 'c-1',
  refusal: null,
})
const audit = (service: Service = 'membership') => client.useDb(names.databasePrefix + service).collection<AuditLink>(AUDIT)
const kept = () => client.useDb(`${names.databasePrefix}reporting`).collection<{ _id: string }>(KEPT_CHECKPOINTS)
const at = (position: number) => whole[position - 1] as AuditLink

async function ops(...args: string[]): Promise<{ well: boolean; said: string }> {
  const said: string[] = []
  const well = await runCommand(args, settings, (line) => said.push(line))
  return { well, said: said.join('\n') }
}

/** Reporting keeps a checkpoint of membership's audit. */
async function keep({ _id: position, hash }: Pick<AuditLink, '_id' | 'hash'>): Promise<void> {
  const checkpoint = { service: 'membership', position, hash, at: '2026-01-15T02:31:00.000Z' }
  await kept().replaceOne({ _id: `membership/${position}` }, checkpoint, { upsert: true })
}

/** Puts a chain in the place of membership's. */
async function replaced(links: readonly AuditLink[]): Promise<void> {
  await audit().deleteMany({})
  if (links.length > 0) await audit().insertMany([...links])
}

beforeAll(async () => {
  client = await mongoose.createConnection(mongoUri).asPromise()
  await ensureTopics({ kafka, logger: pino({ level: 'silent' }), topics: [fact.topic] })
  whole = linksAfter(
    emptyHead('membership'),
    Array.from({ length: 12 }, (_, place) => anEntry(place + 1)),
  )
})
beforeEach(async () => {
  await kept().deleteMany({})
  await replaced(whole)
  await keep(at(4))
  await keep(at(10))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await client.close()
  await names.drop()
})

test('a good chain is whole, and it is said up to where another service knows it', async () => {
  const { well, said } = await ops('audit', 'verify', 'membership')
  expect([well, said]).toEqual([true, expect.stringContaining('12 条 entries  完整 whole')])
  expect(said).toMatch(/reporting 2 .*up to entry 10/)
})

test('an edited entry is named', async () => {
  await audit().updateOne({ _id: 6 }, { $set: { account: 'somebody else' } })
  const { well, said } = await ops('audit', 'verify', 'membership')
  expect([well, said]).toEqual([false, expect.stringContaining('entry 6 was edited or moved')])
})

test('of two entries that changed places the first is named', async () => {
  await replaced(
    whole
      .map((link) => (link._id === 5 ? { ...at(9), _id: 5 } : link._id === 9 ? { ...at(5), _id: 9 } : link))
      .map((link) => ({ ...link })),
  )
  const { well, said } = await ops('audit', 'verify')
  expect([well, said]).toEqual([false, expect.stringContaining('entry 5 was edited or moved')])
})

test('entries that were taken out of the middle are named', async () => {
  await audit().deleteMany({ _id: { $in: [6, 7] } })
  expect(await ops('audit', 'verify', 'membership')).toEqual({ well: false, said: expect.stringContaining('entries 6–7 are gone') })
})

test('a tail that was cut is named by the checkpoint that another service keeps', async () => {
  await audit().deleteMany({ _id: { $gt: 8 } })
  const { well, said } = await ops('audit', 'verify', 'membership')
  expect([well, said]).toEqual([
    false,
    expect.stringContaining('entries 9–10, of which a checkpoint of 2026-01-15T02:31:00.000Z tells, are gone'),
  ])
})

test('a chain that was made anew in full is told by the checkpoints alone', async () => {
  await replaced(
    linksAfter(
      emptyHead('membership'),
      Array.from({ length: 12 }, (_, place) => ({ ...anEntry(place + 1), account: null })),
    ),
  )
  expect(await ops('audit', 'verify', 'membership')).toEqual({
    well: false,
    said: expect.stringContaining('entries 1–4 were written anew'),
  })
})

test('a tail that was cut here and in the database of the service that keeps the checkpoints is told by Kafka', async () => {
  const { _id: position, hash } = at(12)
  await new FactLog(kafka).publish([fact.of({ chainId: randomUUID(), position, hash })])
  await replaced(whole.slice(0, 3))
  await kept().deleteMany({})
  expect(await ops('audit', 'verify', 'membership')).toEqual({ well: false, said: expect.stringContaining('entries 4–12, of which') })
})

test('entries are found by account, record and time', async () => {
  const found = async (...args: string[]) => (await ops('audit', 'search', ...args)).said.match(/registerPerson|=1\+1/g)?.length ?? 0
  expect(await found('--account', ACCOUNT)).toBe(12)
  expect(await found('--record', at(3).record ?? '', '--service', 'membership')).toBe(1)
  expect(await found('--from', '2026-01-15T02:30:03Z', '--until', '2026-01-15T10:30:05+08:00')).toBe(2)
  expect(await found('--until', '2026-01-15')).toBe(0)
})

test('an export holds every entry, no cell of it is a formula, only its owner reads it, and no file is written over', async () => {
  const file = join(folder, 'audit.csv')
  expect(await ops('audit', 'export', '--to', file)).toEqual({ well: true, said: `${file}  12 条 entries` })
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  expect(lines).toHaveLength(13)
  expect(lines[7]).toContain(",'=1+1,")
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await expect(ops('audit', 'export', '--to', file)).rejects.toThrow('name another file')
})

test.each([
  [['audit', 'verify', 'portal'], 'There is no service “portal”'],
  [['audit', 'search', '--from', 'gestern'], 'neither a day'],
  [['audit', 'search', '--since', '2026-01-01'], 'audit: '],
  [['audit', 'export'], 'needs --to'],
  [['audit', 'burn'], 'No such command'],
])('what cannot be meant is refused: %s', async (args, why) => {
  await expect(ops(...args)).rejects.toThrow(why)
})
