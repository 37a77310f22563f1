import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apps } from '@sizhang/engines'
import { administratorSession, engines, startStack, type Stack } from '@sizhang/testing'
import { loadDemo } from '../../demo'
import { writeSmallCity } from '../../demo/small-city'
import { runCommand } from '../commands'
import { opsSettings, type OpsSettings } from '../settings'

jest.setTimeout(600_000)

const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const data = join(folder, 'city')
const KEY = 'the key of this installation'
/** As it is after a replacement of the key. */
const REPLACED = { fieldKey: 'the key after it', previousFieldKey: KEY }
let stack: Stack
let settings: OpsSettings
let session: string
let whole: string
let kept: string
let activities = 40

/** Loads the city, or what of it is missing; answers the checksum of its figures. */
async function load(): Promise<string> {
  const authorization = async () => `Bearer ${session}`
  return (await loadDemo({ gateway: stack.gateway, authorization, onProgress: () => undefined, data, people: 1, activities })).checksum
}

beforeAll(async () => {
  stack = await startStack({ today: '2026-06-30' })
  session = await administratorSession(stack)
  writeSmallCity(data)
  const { brokers, mongoUri } = engines()
  settings = opsSettings({
    KAFKA_BROKERS: brokers,
    MONGODB_URI: mongoUri,
    TOPIC_PREFIX: stack.topicPrefix,
    DATABASE_PREFIX: stack.databasePrefix,
    FIELD_KEY: KEY,
    INDEX_KEY: 'and its other one',
  })
  whole = await load()
})
afterAll(async () => {
  await stack.stop()
  rmSync(folder, { recursive: true })
})

async function ops(args: string[], changes: Partial<OpsSettings> = {}): Promise<{ well: boolean; said: string }> {
  const said: string[] = []
  const well = await runCommand(args, { ...settings, ...changes }, (line) => said.push(line))
  return { well, said: said.join('\n') }
}
const restore = (from = kept, changes: Partial<OpsSettings> = {}) => ops(['restore', '--from', from, '--erasures', 'none'], changes)

test('a backup is taken while the city is being loaded, and leaves out what was decided after its instant', async () => {
  let taken = { well: false, said: '' }
  for (let round = 1; !taken.said.includes('decided later, left out'); round += 1) {
    let loaded = false
    activities += 200
    const loading = load().finally(() => (loaded = true))
    for (let turn = 1; !loaded && !taken.said.includes('decided later, left out'); turn += 1) {
      kept = join(folder, `kept-${round}-${turn}`)
      taken = await ops(['backup', '--to', kept])
    }
    whole = await loading
  }
  expect(taken.said).toContain('备份完成 backed up')
  expect(statSync(kept).mode & 0o777).toBe(0o700)
  expect(statSync(join(kept, 'databases/membership/persons.bson.gz')).mode & 0o777).toBe(0o600)
  await expect(ops(['backup', '--to', kept])).rejects.toThrow('不是空的')
})

test('nothing is restored over a running or a filled installation, or with the secrets of another', async () => {
  await expect(restore()).rejects.toThrow('服务仍在运行：organization、membership、activity、reporting')
  await Promise.all(apps.map((app) => stack.kill(app, 'SIGTERM')))
  await expect(restore()).rejects.toThrow(`此处已有数据，恢复不会覆盖：MongoDB ${stack.databasePrefix}organization`)
  await expect(restore(kept, { fieldKey: 'another' })).rejects.toThrow('现有密钥不是这份备份的密钥')
})

test('a backup from before the key was replaced wants it as the previous one, and one from meanwhile wants both', async () => {
  const meanwhile = join(folder, 'meanwhile')
  await ops(['backup', '--to', meanwhile], REPLACED)
  const { fieldKey } = REPLACED
  await expect(restore(kept, { fieldKey })).rejects.toThrow('把当时的设为 PREVIOUS_FIELD_KEY。')
  for (const keys of [{ fieldKey }, { fieldKey: KEY }]) await expect(restore(meanwhile, keys)).rejects.toThrow('当时的两个都要')
  for (const from of [kept, meanwhile]) await expect(restore(from, REPLACED)).rejects.toThrow('此处已有数据')
  await expect(restore(meanwhile, { fieldKey: KEY, nextFieldKey: fieldKey })).rejects.toThrow('此处已有数据')
})

test('a backup with a cut, a changed or a missing file is refused before anything is written', async () => {
  const file = join(kept, 'databases/membership/persons.bson.gz')
  const bytes = readFileSync(file)
  await stack.stop()
  truncateSync(file, bytes.length - 1)
  await expect(restore()).rejects.toThrow(`${file} 不完整或被改动`)
  writeFileSync(file, Buffer.from(bytes).fill(0, 100, 101))
  await expect(restore()).rejects.toThrow(`${file} 不完整或被改动`)
  rmSync(file)
  await expect(restore()).rejects.toThrow(`${file} 不完整或被改动`)
  writeFileSync(file, bytes)
  await expect(restore(data)).rejects.toThrow('没有 manifest.json')
})

test('after everything was wiped the restored installation is equal in states, log and read models', async () => {
  expect((await restore(kept, REPLACED)).well).toBe(true)
  for (const app of apps) await stack.restart(app)
  const { said, well } = await ops(['verify'])
  expect(said).toContain('状态 = 日志 = 读模型')
  expect([well, said]).toEqual([true, expect.stringContaining('非事实 no facts 0')])
})

test('what was loaded after the backup is loaded again, and the city is the same as before', async () => {
  expect(await load()).toBe(whole)
  expect(await ops(['verify'])).toMatchObject({ well: true })
})
