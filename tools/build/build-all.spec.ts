import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from './build-all'
import { fingerprint } from './fingerprint'

test('projects are counted as Nx reports them, built or taken from its cache, each once', () => {
  const output =
    'as for nx run gateway:build\n> nx run activity:build\n\n> node tools/run.mjs build activity\n\n> nx run portal:build  [local cache]\n> nx run portal:build\n'
  expect(finished(output)).toBe(2)
  expect(finished(' NX   Running target build for 6 projects:\n- activity\n')).toBe(0)
})

describe('the fingerprint of the sources', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sources-'))
    for (const folder of ['apps/activity/src', 'libs', 'tools/build']) mkdirSync(join(root, folder), { recursive: true })
    for (const file of ['tools/run.mjs', 'package-lock.json', 'tsconfig.base.json', 'nx.json']) cpSync(file, join(root, file))
    writeFileSync(join(root, 'apps/activity/src/main.ts'), 'one')
  })
  afterEach(() => rmSync(root, { recursive: true }))

  test('stays while nothing is written', () => expect(fingerprint(root)).toBe(fingerprint(root)))

  test.each(['apps/activity/src/main.ts', 'apps/activity/src/added.ts', 'package-lock.json', 'tools/build/main.ts'])(
    'changes with %s',
    (file) => {
      const before = fingerprint(root)
      writeFileSync(join(root, file), 'two')
      utimesSync(join(root, file), 1, 1)
      expect(fingerprint(root)).not.toBe(before)
    },
  )

  test('does not change with a test', () => {
    const before = fingerprint(root)
    writeFileSync(join(root, 'apps/activity/src/main.int-spec.ts'), 'test')
    expect(fingerprint(root)).toBe(before)
  })
})
