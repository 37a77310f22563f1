import { mkdtempSync, rmSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administratorSession, startStack, type Stack } from '@sizhang/testing'
import { loadDemo, type DemoProgress } from './index'
import { writeSmallCity } from './small-city'

jest.setTimeout(300_000)

/** The figures of the small city with these activities. Another demo, or another way to count, changes it on purpose. */
const CHECKSUM = '8a4aab6f5805000f'
const ACTIVITIES = 120

const data = mkdtempSync(join(tmpdir(), 'small-city-'))
let stack: Stack
let session: string

beforeAll(() => writeSmallCity(data))
afterAll(() => rmSync(data, { recursive: true }))
beforeEach(async () => {
  stack = await startStack({ today: '2026-06-30' })
  session = await administratorSession(stack)
})
afterEach(() => stack.stop())

/** Loads to the end; answers the checksum and how it went. */
async function load(onProgress: (progress: DemoProgress) => void = () => undefined) {
  const progress: DemoProgress[] = []
  const { checksum } = await loadDemo({
    gateway: stack.gateway,
    authorization: async () => `Bearer ${session}`,
    data,
    people: 1,
    activities: ACTIVITIES,
    onProgress: (step) => {
      progress.push(step)
      onProgress(step)
    },
  })
  return { checksum, progress }
}

/** Loads by a process of its own, which is killed as soon as it says that it does this. */
function killedAt(what: string): Promise<NodeJS.Signals | null> {
  const args = ['tools/run.mjs', 'demo', '--gateway', stack.gateway, '--data', data, '--people', '1', '--activities', String(ACTIVITIES)]
  const loader = spawn(process.execPath, args, { env: { ...process.env, SESSION: session }, stdio: ['ignore', 'pipe', 'inherit'] })
  loader.stdout.setEncoding('utf8').on('data', (said: string) => said.includes(what) && loader.kill('SIGKILL'))
  return new Promise((resolve) => loader.on('close', (_, signal) => resolve(signal)))
}

test('the demo loaded twice is the same city, and its progress ends at its total without a jump', async () => {
  const first = await load()
  expect(first.checksum).toBe(CHECKSUM)
  const done = first.progress.map((step) => step.done)
  expect(done).toEqual([...done].sort((a, b) => a - b))
  expect(first.progress.at(-1)).toMatchObject({ done: first.progress[0]?.total, total: first.progress[0]?.total })
  expect((await load()).checksum).toBe(CHECKSUM)
})

test('a load that is killed half way goes on when it is begun again', async () => {
  expect(await killedAt('任职 posts')).toBe('SIGKILL')
  expect((await load()).checksum).toBe(CHECKSUM)
})

test.each(['membership', 'reporting'] as const)('a load goes on when %s is killed and comes back', async (app) => {
  let restarted: Promise<void> | undefined
  const killOnce = ({ done, total }: DemoProgress) => {
    if (done > total / 2) restarted ??= stack.kill(app).then(() => stack.restart(app))
  }
  expect((await load(killOnce)).checksum).toBe(CHECKSUM)
  await restarted
  expect(restarted).toBeDefined()
})
