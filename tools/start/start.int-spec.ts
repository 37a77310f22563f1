import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accepts, freePort, startChild, stopChild, until } from '@sizhang/engines'

jest.setTimeout(300_000)

let home: string
let start: ChildProcess
let ports: { gateway: number; membership: number; kafka: number; mongo: number }

const log = () => join(home, 'start.log')
const screen = () => readFileSync(log(), 'utf8')
const shows = (text: string) => until(async () => screen().includes(text), { within: 120_000 })

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'start-'))
  const gateway = await freeRow()
  ports = { gateway, membership: gateway + 2, kafka: await freePort(), mongo: await freePort() }
  const { KAFKA_BROKERS: _brokers, MONGODB_URI: _uri, ...inherited } = process.env
  const own = { SIZHANG_HOME: home, KAFKA_PORT: String(ports.kafka), MONGODB_PORT: String(ports.mongo), NODE_ENV: 'production' }
  const args = ['tools/run.mjs', 'start', '--empty', '--engines', 'local', '--port', String(gateway)]
  start = startChild({ command: process.execPath, args, env: { ...inherited, ...own }, log: log(), whenWeDie: 'TERM' })
})

afterAll(async () => {
  await stopChild(start, 30_000)
  rmSync(home, { recursive: true })
})

test('one command ends in a screen with the address and the first password', async () => {
  expect(await shows('已就绪 ready')).toBe(true)
  const { firstPassword } = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as { firstPassword: string }
  expect(screen()).toContain(`http://127.0.0.1:${ports.gateway}`)
  expect(screen()).toContain(`账号 admin  密码 ${firstPassword}`)
  const page = await fetch(`http://127.0.0.1:${ports.gateway}/`, { headers: { accept: 'text/html' } })
  expect(await page.text()).toContain('<div id="root">')
})

test('a service that is killed is named and comes back', async () => {
  process.kill(pidOf('membership'), 'SIGKILL')
  expect(await shows('成员服务 membership 已停止，1 秒后重启')).toBe(true)
  expect(await shows('成员服务 membership 已恢复')).toBe(true)
  expect((await fetch(`http://127.0.0.1:${ports.membership}/health/ready`)).status).toBe(200)
})

test('told to stop, it stops everything and leaves no process', async () => {
  await stopChild(start, 60_000)
  expect(start.exitCode).toBe(0)
  expect(screen()).toContain('已停止 stopped')
  for (const port of Object.values(ports)) expect(await accepts(port)).toBe(false)
})

/** The first of ten ports in a row. Other tests choose theirs above 20,000: what listens there would be taken for a service of this start. */
async function freeRow(): Promise<number> {
  for (;;) {
    const first = randomInt(1_000, 1_800) * 10
    const taken = await Promise.all(Array.from({ length: 10 }, (_, place) => accepts(first + place)))
    if (!taken.includes(true)) return first
  }
}

/** The process of an app that this start has started, found by its parent and its file. */
function pidOf(app: string): number {
  const children = readFileSync(`/proc/${start.pid}/task/${start.pid}/children`, 'utf8').trim().split(' ')
  return Number(children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`dist/apps/${app}/`)))
}
