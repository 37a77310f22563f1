import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, apps, services, until } from '@sizhang/engines'
import { FactLog } from '@sizhang/service-kit/testing'
import { administratorSession, engines, startStack, type Stack } from '@sizhang/testing'
import { loadDemo } from '../demo'
import { writeSmallCity } from '../demo/small-city'
import { runCommand } from './commands'
import { onInstallation } from './installation'
import { opsSettings, type OpsSettings } from './settings'

jest.setTimeout(300_000)

const data = mkdtempSync(join(tmpdir(), 'small-city-'))
let stack: Stack
let settings: OpsSettings
let log: FactLog

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  const session = await administratorSession(stack)
  writeSmallCity(data)
  const authorization = async () => `Bearer ${session}`
  await loadDemo({ gateway: stack.gateway, authorization, onProgress: () => undefined, data, people: 1, activities: 40 })
  const { brokers, mongoUri } = engines()
  settings = opsSettings({
    KAFKA_BROKERS: brokers,
    MONGODB_URI: mongoUri,
    TOPIC_PREFIX: stack.topicPrefix,
    DATABASE_PREFIX: stack.databasePrefix,
    SERVICES: apps.map((app) => `${app}=${addressOf(app)}`).join(','),
  })
  log = new FactLog({ brokers: brokers.split(','), topicPrefix: stack.topicPrefix, clientId: 'ops-test' })
})
afterAll(async () => {
  rmSync(data, { recursive: true })
  await stack.stop()
})

const addressOf = (app: App) => (app === 'gateway' ? stack.gateway : stack.services[app])

/** Runs a command; answers what it said and whether all is well. */
async function ops(...args: string[]): Promise<{ well: boolean; said: string }> {
  const said: string[] = []
  const well = await runCommand(args, settings, (line) => said.push(line))
  return { well, said: said.join('\n') }
}

/** Runs a command as operators do, in a process of its own. */
function exitCode(args: string[], changes: Record<string, string> = {}): Promise<number | null> {
  const names = { TOPIC_PREFIX: settings.kafka.topicPrefix, DATABASE_PREFIX: settings.databasePrefix }
  const env = { ...process.env, ...names, ...changes }
  const child = spawn(process.execPath, ['tools/run.mjs', 'ops', ...args], { cwd: settings.root, env, stdio: 'ignore' })
  return new Promise((resolve) => child.on('close', resolve))
}

const change = (collection: string, filter: object, update: object) =>
  onInstallation(settings, async ({ databases }) => {
    const found = await databases.reporting.collection<{ _id: string; from?: string }>(collection).findOneAndUpdate(filter, update)
    if (!found) throw new Error(`nothing to change in ${collection}`)
    return found
  })

/** A record that takes an activity back which nobody recorded. */
const withdrawn = (activityId: string, sequence: number, told: object = { path: ['320200'], on: '2025-05-02' }) => {
  const named = {
    specversion: '1.0',
    id: randomUUID(),
    type: 'activity.activity-withdrawn.v1',
    source: '/sizhang/activity',
    subject: activityId,
  }
  const made = { time: new Date().toISOString(), datacontenttype: 'application/json', sequence: String(sequence), partitionkey: activityId }
  const value = JSON.stringify({
    ...named,
    ...made,
    correlationid: 'test',
    actor: 'test',
    data: { activityId, ...told },
  })
  return { topic: 'activity.activities', key: activityId, value }
}

test('without a command it says what there is; an unknown one is named', async () => {
  expect((await ops()).said).toContain('parked retry <id> | --all')
  await expect(ops('stauts')).rejects.toThrow('没有命令“stauts”')
  await expect(ops('parked', 'retry')).rejects.toThrow('没有命令“parked retry”')
})

test('the exit code tells a script whether all is well, something needs a hand, or nothing was done', async () => {
  expect(await exitCode(['parked', 'list'])).toBe(0)
  expect(await exitCode(['status'], { SERVICES: 'reporting=http://127.0.0.1:1' })).toBe(1)
  expect(await exitCode(['stauts'])).toBe(2)
})

test('status of a system that is well is one table, and so is what it says of one whose service died', async () => {
  await until(async () => (await ops('status')).well, { within: 30_000 })
  const { said } = await ops('status')
  expect(said).toMatch(/统计 reporting +是 yes +是 yes +0 +此刻 now +0 +0\n/)
  expect(said).toMatch(/网关 gateway +是 yes +是 yes +— +— +— +—\n/)
  expect(said).toContain('一切正常 all is well')
  await stack.kill('reporting')
  const after = await ops('status')
  expect(after.well).toBe(false)
  expect(after.said).toMatch(/统计 reporting +否 no +否 no +0 +此刻 now +0 +0\n/)
  expect(after.said).toContain(`统计服务 reporting 在 ${addressOf('reporting')} 没有应答，请启动它`)
  await stack.restart('reporting')
})

test('verify finds states, log and read models equal, and says what it compared', async () => {
  const { well, said } = await ops('verify')
  expect(said).toMatch(/日志 log +[0-9a-f]{16} {2}[\d,]+ 条事实 facts of [\d,]+ 个聚合 aggregates {2}重复 twice \d+ {2}非事实 no facts 0/)
  expect(said).toMatch(/统计 reporting +[0-9a-f]{16} {2}[\d,]{2,} 份读模型 documents/)
  expect(said).toContain('状态 = 日志 = 读模型')
  expect(well).toBe(true)
})

test('verify names the aggregate and the field in which a read model differs from the log', async () => {
  const before = await change('units', {}, { $set: { from: '1900-01-01' } })
  const { well, said } = await ops('verify')
  expect(well).toBe(false)
  expect(said).toContain(
    `reporting.units ${before._id} 字段 field from: 读模型为 the read model has "1900-01-01"，按日志应为 the log says "${before.from}"`,
  )
  await change('units', { _id: before._id }, { $set: { from: before.from } })
  expect((await ops('verify')).well).toBe(true)
})

test('verify names an aggregate that was stored further than it was published', async () => {
  const setBack = (by: number) =>
    onInstallation(settings, ({ databases }) =>
      databases.organization.collection('units').findOneAndUpdate({}, { $inc: { 'log.seq': by } }),
    )
  const unit = await setBack(-1)
  const { well, said } = await ops('verify')
  expect(well).toBe(false)
  expect(said).toContain(`organization.units/${String(unit?._id)} 存到 0，日志到 1`)
  await setBack(1)
})

test.each(services)('%s: its read models are made anew beside what else it keeps, found equal and swapped', async (service) => {
  const { well, said } = await ops('rebuild', service)
  expect(said).toMatch(/[0-9a-f]{16} {2}[\d,]+ 份相同 documents equal\n/)
  expect(well).toBe(true)
})

test('after all swaps states, log and read models are equal, and status and parked speak of the live ones', async () => {
  expect((await ops('verify')).well).toBe(true)
  expect((await ops('status')).well).toBe(true)
  expect(await ops('parked', 'list')).toEqual({ well: true, said: '没有搁置的聚合 nothing is parked' })
})

test('what a service has not applied yet is counted and timed while it is down', async () => {
  await stack.kill('reporting')
  const before = new Date()
  await log.put([withdrawn(randomUUID(), 2)])
  const { said } = await ops('status')
  const [, since = ''] = /统计 reporting +否 no +否 no +1 +\d+ s +(\S+) /.exec(said) ?? []
  expect(new Date(since).getTime() - before.getTime()).toBeGreaterThan(-1_000)
  await stack.restart('reporting')
  expect(await until(async () => (await ops('parked', 'list')).said.includes('a gap: after 0 comes 2'), { within: 30_000 })).toBe(true)
})

test('an engine that is away is said, and what it would have told is not made up', async () => {
  const said: string[] = []
  const away = { ...settings, kafka: { ...settings.kafka, brokers: ['127.0.0.1:1'] } }
  expect(await runCommand(['status'], away, (line) => said.push(line))).toBe(false)
  expect(said.join('\n')).toContain('Kafka 没有应答')
  expect(said.join('\n')).toMatch(/统计 reporting +是 yes +是 yes +— +— +0 +1\n/)
})

test('parked shows the record as Kafka has it, and a retry before the fix says why it stays', async () => {
  const [key = ''] = /activity\.activities\/\S+/.exec((await ops('parked', 'list')).said) ?? []
  const shownNow = await ops('parked', 'show', key)
  expect(shownNow.said).toContain('原因 reason   a gap: after 0 comes 2')
  expect(shownNow.said).toContain(`"subject":"${key.split('/')[1]}"`)
  const retried = await ops('parked', 'retry', key)
  expect(retried).toMatchObject({ well: false, said: expect.stringContaining(`${key}  未应用 not applied: a gap: after 0 comes 2`) })
  await expect(ops('parked', 'show', 'organization.units/nobody')).rejects.toThrow('没有搁置 organization.units/nobody')
})

test('once what was missing is there, a retry of all applies it, and nothing is parked any more', async () => {
  const [, id = ''] = /activity\.activities\/(\S+)/.exec((await ops('parked', 'list')).said) ?? []
  await log.put([withdrawn(id, 1)])
  // Until the missing fact has come to reporting a retry says why it does not help.
  let said = ''
  const applied = async () => {
    const retried = await ops('parked', 'retry', '--all')
    said = retried.said
    return retried.well
  }
  expect(await until(applied, { within: 30_000 })).toBe(true)
  expect(said).toContain('已应用 applied')
  expect(await ops('parked', 'list')).toEqual({ well: true, said: '没有搁置的聚合 nothing is parked' })
})

test('what is no fact is given up once that was confirmed, in whichever generation it stands; it stays readable, and the rest goes on', async () => {
  const id = randomUUID()
  const name = ['reporting', 'activity.activities', id]
  const isShown = async (text: string) => (await ops('parked', 'list')).said.includes(text)
  await log.put([withdrawn(id, 1, { path: 'forged' }), withdrawn(id, 1)])
  expect(await until(() => isShown(id), { within: 30_000 })).toBe(true)
  expect(await exitCode(['parked', 'discard', ...name, '--reason', 'nobody is there to confirm'])).toBe(2)
  expect(await isShown(id)).toBe(true)
  const { well, said } = await ops('parked', 'discard', ...name, '--reason', 'forged by a script', '--yes')
  expect(said).toContain('"path":"forged"')
  expect(said).toContain(`activity.activities/${id}  已放弃，其后的已应用 given up`)
  expect(well).toBe(true)
  expect(await ops('parked', 'list')).toEqual({ well: true, said: '没有搁置的聚合 nothing is parked' })
  expect((await ops('parked', 'discarded')).said).toMatch(/forged by a script\n.*the data is not as declared.*\n.*"path":"forged"/)
  await expect(ops('parked', 'discard', ...name, '--reason', 'again', '--yes')).rejects.toThrow(
    `reporting 没有搁置 activity.activities/${id}`,
  )
})
