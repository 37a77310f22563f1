import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gone, lastLines, runs, startChild, stopChild } from './child'
import { ended } from './ended'
import { run } from './run'
import { until } from './until'

let folder: string
let log: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'child-'))
  log = join(folder, 'child.log')
})
afterEach(() => rmSync(folder, { recursive: true }))

const node = (program: string) => ({ command: process.execPath, args: ['-e', program], log, whenWeDie: 'KILL' as const })
const says = (text: string) => until(async () => lastLines(log).includes(text), { within: 10_000 })

test('what a child writes last is there for the message', async () => {
  await gone(startChild(node(`for (let line = 1; line <= 20; line++) console.error('line ' + line)`)))
  expect(lastLines(log, 3)).toBe('line 18\nline 19\nline 20')
})

test('a child that stops when asked is not killed', async () => {
  const child = startChild(node(`process.on('SIGTERM', () => process.exit(7)); console.log('up'); setInterval(() => {}, 1000)`))
  await says('up')
  await stopChild(child)
  expect(child.exitCode).toBe(7)
})

test('a child that does not stop when asked is killed', async () => {
  const child = startChild(node(`process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`))
  await says('up')
  await stopChild(child, 100)
  expect(child.signalCode).toBe('SIGKILL')
})

test('a program that does not exist ends at once', async () => {
  const child = startChild({ command: '/nowhere/kafka', args: [], log })
  await gone(child)
  expect(runs(child)).toBe(false)
})

test('a child does not outlive a parent that is killed', async () => {
  const bundle = join(folder, 'parent.cjs')
  const esbuild = ['node_modules/esbuild/bin/esbuild', join(__dirname, 'child.ts'), '--bundle', '--platform=node', `--outfile=${bundle}`]
  expect((await run(process.execPath, [...esbuild, '--log-level=error'])).code).toBe(0)
  const program = `console.log('pid ' + process.pid); setInterval(() => {}, 1000)`
  const parent = `const { startChild } = require(${JSON.stringify(bundle)})
    startChild({ command: process.execPath, args: ['-e', ${JSON.stringify(program)}], log: ${JSON.stringify(log)}, whenWeDie: 'KILL' })
    setInterval(() => {}, 1000)`
  const killed = startChild({ ...node(parent), log: join(folder, 'parent.log') })
  await says('pid')
  const pid = Number(/pid (\d+)/.exec(lastLines(log))?.[1])
  killed.kill('SIGKILL')
  expect(await until(async () => ended(pid), { within: 5000 })).toBe(true)
})
