import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, write } from './outputs'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'generate-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const generator = (file: string, text: string) => ({ name: file, run: () => Promise.resolve([{ file: join(folder, file), text }]) })
const broken = { name: 'graph', run: () => Promise.reject(new Error('Unknown type "Seat"')) }

test('a stale file is named with the command that writes it; nothing is written', async () => {
  writeFileSync(join(folder, 'events.md'), 'old')
  const { good, lines } = await compare([generator('events.md', 'new'), generator('absent.md', 'new')])
  expect(good).toBe(false)
  expect(lines).toEqual([
    expect.stringMatching(/events\.md is not what its sources say: run `node tools\/run\.mjs generate`/),
    expect.stringContaining('absent.md'),
  ])
  expect(readFileSync(join(folder, 'events.md'), 'utf8')).toBe('old')
})

test('a source that is wrong is named, and the other files are written all the same', async () => {
  const { good, lines } = await write([broken, generator('events.md', 'new')])
  expect([good, lines]).toEqual([false, expect.arrayContaining(['graph: Unknown type "Seat"'])])
  expect(readFileSync(join(folder, 'events.md'), 'utf8')).toBe('new')
})

test('what was written is good, and written once', async () => {
  await write([generator('sub/events.md', 'new')])
  expect(await compare([generator('sub/events.md', 'new')])).toEqual({ good: true, lines: [] })
  expect((await write([generator('sub/events.md', 'new')])).lines).toEqual(['0 changed'])
})
