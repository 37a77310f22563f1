import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { secretsIn, until, type generateSecrets } from '@sizhang/engines'
import { engines, startStack, type Stack } from '@sizhang/testing'
import mongoose, { type Connection } from 'mongoose'
import { replaceFieldKey } from './field-key'

const key = () => randomBytes(32).toString('base64')
const KEYS = { FIELD_KEY: key(), PREVIOUS_FIELD_KEY: key() }
const home = mkdtempSync(join(tmpdir(), 'field-key-'))
const file = join(home, 'secrets.json')
let stack: Stack
let client: Connection

beforeAll(async () => {
  stack = await startStack({ only: ['membership'], env: KEYS })
  client = await mongoose.createConnection(engines().mongoUri).asPromise()
  await until(async () => (await remaining()) === '0', { within: 30_000 })
})
afterAll(async () => {
  await client.close()
  await stack.stop()
  rmSync(home, { recursive: true })
})

/** What a step says, with the settings that the services have. */
async function said(...[step = '', ...options]: string[]): Promise<string> {
  const lines: string[] = []
  const environment = { ...KEYS, SERVICES: `membership=${stack.services.membership}` }
  await replaceFieldKey({ home, environment }, step, options, (line) => lines.push(line))
  return lines.join('\n')
}
async function remaining(): Promise<string | undefined> {
  const metrics = await (await fetch(`${stack.services.membership}/metrics`)).text()
  return /^sizhang_field_key_remaining.* (\d+)$/m.exec(metrics)?.[1]
}
const persons = () => client.useDb(`${stack.databasePrefix}membership`).collection<{ _id: string }>('persons')

test('a step says what of the settings changes; one that is out of turn, or none, is refused', async () => {
  const first: string[] = []
  const environment = { FIELD_KEY: KEYS.FIELD_KEY }
  await replaceFieldKey({ home, environment }, 'next', [], (line) => first.push(line))
  expect(first.join('\n')).toMatch(/^NEXT_FIELD_KEY='[A-Za-z0-9+/]{43}='$/)
  await expect(said('next')).rejects.toThrow('PREVIOUS_FIELD_KEY holds one still')
  await expect(said('use')).rejects.toThrow('NEXT_FIELD_KEY is not set')
  await expect(said('back')).rejects.toThrow('takes next, use or drop, not "back"')
})

test('the previous key is dropped once membership says that nothing is left of it, and not while something is', async () => {
  expect(await said('drop')).toBe("PREVIOUS_FIELD_KEY=''")
  await persons().insertOne({ _id: 'one', phone: { sealed: 'what no key opens', index: 'one' } } as never)
  await stack.restart('membership')
  await until(async () => (await remaining()) === '1', { within: 30_000 })
  await expect(said('drop', '--yes')).rejects.toThrow('1 records are still encrypted by the previous key')
})

test('while membership cannot be asked it is dropped by whoever answers for it', async () => {
  await stack.kill('membership')
  const isTTY = process.stdin.isTTY
  process.stdin.isTTY = false
  await expect(said('drop')).rejects.toThrow('sizhang_field_key_remaining')
  process.stdin.isTTY = isTTY
  expect(await said('drop', '--yes')).toBe("PREVIOUS_FIELD_KEY=''")
})

test('for `npm start` the steps change its secrets, and nothing where there are none', async () => {
  await expect(said('next', '--start')).rejects.toThrow(`there is no ${file}`)
  const { fieldKey } = secretsIn(file)
  await said('next', '--start')
  expect(await said('use', '--start')).toContain(`已写入 ${file}`)
  const used = JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof generateSecrets>
  expect(used.previousFieldKey).toBe(fieldKey)
  expect(used.fieldKey).not.toBe(fieldKey)
  await said('drop', '--start', '--yes')
  expect(secretsIn(file)).toEqual({ ...used, previousFieldKey: '' })
})
