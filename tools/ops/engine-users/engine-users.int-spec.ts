import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, AppProcess, apps, freePort, generateSecrets, rootFolder, until } from '@sizhang/engines'
import { connect, type KafkaSettings } from '@sizhang/messaging'
import { administratorSession, startStack, type Stack } from '@sizhang/testing'
import mongoose from 'mongoose'
import pino from 'pino'
import { loadDemo } from '../../demo'
import { writeSmallCity } from '../../demo/small-city'
import { runCommand } from '../commands'
import { opsSettings } from '../settings'
import type { EngineUser } from './engine-rights'
import { type SecuredEngines, startSecuredEngines } from './secured-engines'

jest.setTimeout(600_000)

const folder = mkdtempSync(join(tmpdir(), 'engine-users-'))
const NAMES = { topicPrefix: 'city1.', databasePrefix: 'city1_' }
const quiet = pino({ level: 'silent' })
let engines: SecuredEngines
let stack: Stack

beforeAll(async () => {
  engines = await startSecuredEngines(NAMES)
  const on = { ...NAMES, brokers: engines.brokers, mongoUri: engines.mongoUriOf('organization') }
  stack = await startStack({ today: '2026-06-30', on, env: (app) => engines.environmentOf(app) })
})
afterAll(async () => {
  await stack?.stop()
  await engines?.stop()
  rmSync(folder, { recursive: true })
})

test('a whole city is loaded while every app signs in as itself, over an encrypted way to Kafka', async () => {
  const session = await administratorSession(stack)
  writeSmallCity(join(folder, 'city'))
  const city = { data: join(folder, 'city'), people: 1, activities: 40 }
  const loaded = await loadDemo({
    gateway: stack.gateway,
    authorization: async () => `Bearer ${session}`,
    onProgress: () => undefined,
    ...city,
  })
  expect(loaded.checksum).toMatch(/^[0-9a-f]{16}$/)
})

const kept = join(folder, 'kept')

test.each([['status'], ['verify'], ['rebuild', 'reporting'], ['backup', '--to', kept], ['audit', 'verify']])(
  'an operator’s command works with rights of its own: %s %s',
  async (...args) => {
    expect(await ops(args)).toMatchObject({ well: true })
  },
)

test('so does giving facts again to a topic of his own', async () => {
  const range = ['--from', '2020-01-01', '--to', new Date().toISOString()]
  expect(await ops(['replay', '--topic', 'organization.units', ...range, '--into', 'scratch.units'])).toMatchObject({ well: true })
})

test('so does a restore, into names that begin as those of the installation', async () => {
  const beside = { TOPIC_PREFIX: `${stack.topicPrefix}again.`, DATABASE_PREFIX: `${stack.databasePrefix}again_` }
  expect(await ops(['restore', '--from', kept, '--erasures', 'none'], beside)).toMatchObject({ well: true })
})

test('an analyst reads the facts, and writes none', async () => {
  const kafka = kafkaAs('analyst')
  const topic = `${stack.topicPrefix}organization.units`
  const consumer = kafka.consumer({ groupId: `${stack.topicPrefix}analyst-one` })
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  const first = await new Promise((resolve) => void consumer.run({ eachMessage: async ({ message }) => resolve(message.key?.toString()) }))
  await consumer.disconnect()
  expect(first).toEqual(expect.any(String))
  await expect(send('analyst', 'organization.units')).rejects.toThrow('Topic authorization failed')
})

test.each([
  ['organization', 'membership.persons'],
  ['reporting', 'organization.units'],
  ['gateway', 'activity.activities'],
] as const)('%s writes nothing into %s', async (user, topic) => {
  await expect(send(user, topic)).rejects.toThrow('Topic authorization failed')
})

test.each([
  ['organization', 'membership'],
  ['activity', 'organization'],
] as const)('%s sees nothing of the database of %s', async (user, service) => {
  const connection = await mongoose.createConnection(engines.mongoUriOf(user)).asPromise()
  const foreign = connection.useDb(stack.databasePrefix + service)
  await expect(foreign.collection('units').findOne({})).rejects.toThrow('not authorized')
  await connection.close()
})

test('a service with a wrong password waits, live and not ready, and its log never holds a password', async () => {
  const ports = Object.fromEntries(await Promise.all(apps.map(async (app) => [app, await freePort()]))) as Record<App, number>
  const reporting = new AppProcess('reporting', {
    root: rootFolder(),
    home: join(folder, 'wrong'),
    ports,
    ...{ brokers: engines.brokers, mongoUri: engines.mongoUriOf('reporting'), secrets: generateSecrets() },
    env: { ...environmentOf('reporting'), KAFKA_PASSWORD: 'another-password' },
  })
  reporting.start()
  try {
    expect(await until(async () => logOf(reporting).includes('SASL SCRAM SHA512 authentication failed'), { within: 60_000 })).toBe(true)
    expect(await reporting.health()).toEqual({ ready: false })
    expect((await fetch(`${reporting.url}/health/live`)).status).toBe(200)
    expect(logOf(reporting)).not.toContain('another-password')
  } finally {
    await reporting.kill('SIGKILL')
  }
  for (const app of apps) for (const password of Object.values(engines.passwords)) expect(stack.logs(app)).not.toContain(password)
})

async function ops(args: string[], names: Record<string, string> = {}): Promise<{ well: boolean; said: string[] }> {
  const said: string[] = []
  const SERVICES = apps.map((app) => `${app}=${stack.services[app]}`).join()
  const settings = opsSettings({ ...environmentOf('ops'), SERVICES, ...names })
  return { well: await runCommand(args, settings, (line) => said.push(line)), said }
}

const logOf = ({ log }: AppProcess) => (existsSync(log) ? readFileSync(log, 'utf8') : '')

function environmentOf(user: EngineUser): Record<string, string> {
  const names = { TOPIC_PREFIX: stack.topicPrefix, DATABASE_PREFIX: stack.databasePrefix }
  return { KAFKA_BROKERS: engines.brokers, ...names, ...engines.environmentOf(user) }
}

function kafkaAs(user: EngineUser) {
  const settings: KafkaSettings = opsSettings(environmentOf(user)).kafka
  return connect(settings, quiet)
}

async function send(user: EngineUser, topic: string): Promise<void> {
  const producer = kafkaAs(user).producer({ allowAutoTopicCreation: false })
  await producer.connect()
  try {
    await producer.send({ topic: stack.topicPrefix + topic, messages: [{ key: 'key', value: 'value' }] })
  } finally {
    await producer.disconnect()
  }
}
