import { spawn } from 'node:child_process'
import { ended } from './ended'
import { until } from './until'

test('a process that runs is not over', () => {
  expect(ended(process.pid)).toBe(false)
})

test('a process that stopped is over, also when its parent never collects it', async () => {
  // The shell becomes a program that knows nothing of the child it started.
  const parent = spawn('/bin/sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = await new Promise<number>((resolve) => parent.stdout.once('data', (text) => resolve(Number(text))))
  expect(ended(pid)).toBe(false)
  process.kill(pid, 'SIGKILL')
  expect(await until(async () => ended(pid), { within: 5000 })).toBe(true)
  expect(process.kill(pid, 0)).toBe(true)
  parent.kill('SIGKILL')
})

test('a number that no process has is of one that is over', () => {
  expect(ended(2 ** 22 + 1)).toBe(true)
})
