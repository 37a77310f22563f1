import { randomUUID } from 'node:crypto'
import { generateSecrets, until } from '@sizhang/engines'
import { engines, startStack, type Stack } from '@sizhang/testing'
import mongoose, { type Connection } from 'mongoose'
import { runCommand } from '../commands'
import { opsSettings, type OpsSettings } from '../settings'

const { callerKeys, callerSigningKey } = generateSecrets()
let stack: Stack
let settings: OpsSettings
let client: Connection

beforeAll(async () => {
  const keys = { CALLER_KEYS: callerKeys, CALLER_SIGNING_KEY: callerSigningKey }
  stack = await startStack({ today: '2026-03-31', only: ['membership'], env: keys })
  const { brokers, mongoUri } = engines()
  const names = { TOPIC_PREFIX: stack.topicPrefix, DATABASE_PREFIX: stack.databasePrefix }
  const where = { KAFKA_BROKERS: brokers, MONGODB_URI: mongoUri, SERVICES: `membership=${stack.services.membership}` }
  settings = opsSettings({ ...where, ...names, CALLER_SIGNING_KEY: callerSigningKey })
  client = await mongoose.createConnection(mongoUri).asPromise()
  await until(async () => (await said('retention')).includes('最近执行'), { within: 30_000 })
})
afterAll(async () => {
  await client.close()
  await stack.stop()
})

const said = async (...args: string[]) => {
  const lines: string[] = []
  await runCommand(args, settings, (line) => lines.push(line))
  return lines.join('\n')
}
const accesses = () => client.useDb(`${stack.databasePrefix}membership`).collection<{ _id: string; reason: string }>('accesses')
/** The line of a table that begins with a name. */
const lineOf = (text: string, name: string) => text.split('\n').find((line) => line.startsWith(name))

test('asked, it says class by class how many are due, the oldest and what would be done, and changes nothing', async () => {
  const log = { seq: 1, outbox: [], commands: [] }
  const look = {
    _id: randomUUID(),
    version: 1,
    personId: randomUUID(),
    at: new Date('2022-12-01T00:00:00Z'),
    reason: '核对名册',
    path: [],
    log,
  }
  await accesses().insertOne(look)
  const told = await said('retention')
  expect(lineOf(told, '查看事由')).toMatch(/36 个月 months +查看之日 +1 +2022-12-01 +删去事由/)
  expect(lineOf(told, '不再任职的人员')).toMatch(/60 个月 months .* 0 +— +列入名单/)
  expect(told).toContain('没有改动')
  expect(await accesses().findOne({ _id: look._id })).toMatchObject({ reason: '核对名册' })
})

test('told to, it does that now', async () => {
  const told = await said('retention', '--run')
  expect(told).toContain('最近执行 last run  2026-03-31  查看事由 1')
  expect(lineOf(told, '查看事由')).toMatch(/ 0 +— /)
  expect(await accesses().findOne({})).toMatchObject({ reason: '' })
})

test('a wrong word, a service that is away and a missing key are said as they are', async () => {
  await expect(said('retention', '--now')).rejects.toThrow('没有命令')
  const away = { ...settings, addresses: new Map([['membership', 'http://127.0.0.1:1'] as const]) }
  await expect(runCommand(['retention'], away, () => undefined)).rejects.toThrow('没有应答')
  const keyless = { ...settings, signingKey: undefined, home: '/nowhere' }
  await expect(runCommand(['retention'], keyless, () => undefined)).rejects.toThrow('没有 CALLER_SIGNING_KEY')
  const stranger = { ...settings, signingKey: generateSecrets().callerSigningKey }
  await expect(runCommand(['retention'], stranger, () => undefined)).rejects.toThrow('membership answers 401')
})
