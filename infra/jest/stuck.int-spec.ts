import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from '../processes/run'

const program = resolve('node_modules/jest/bin/jest.js')
const config = JSON.stringify({ transform: {}, reporters: [resolve('infra/jest/stuck.cjs')] })
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stuck-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Two files that each run in a process of its own, as ours do. */
function runFiles(first: string, second: string): ReturnType<typeof run> {
  writeFileSync(join(folder, 'first.spec.js'), `test('first', async () => { ${first} })`)
  writeFileSync(join(folder, 'second.spec.js'), `test('second', async () => { ${second} })`)
  const env = { ...process.env, TEST_FILE_MINUTES: '0.05' }
  return run(process.execPath, [program, '--rootDir', folder, '--config', config, '--maxWorkers', '2'], { env })
}

test('a file that stands still fails the run, which says where it stands', async () => {
  const { code, output } = await runFiles('for (;;);', 'jest.setTimeout(90_000); await new Promise(() => setInterval(() => {}, 60_000))')
  expect(code).toBe(1)
  expect(output).toMatch(/● .*second\.spec\.js\n +测试文件没有结束 has not ended/)
  expect(output).toMatch(/pid \d+: \n +at .*first\.spec\.js:1/)
  expect(output).toMatch(/pid \d+: waits for .*Timeout/)
})

test('files that end pass', async () => {
  const { code, output } = await runFiles('', '')
  expect({ code, output }).toEqual({ code: 0, output: expect.not.stringContaining('没有结束') })
})
