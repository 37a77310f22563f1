import { SourceMap } from 'node:module'
import { encode } from '@jridgewell/sourcemap-codec'
import { ownSourceMap } from './own-source-map'

const map = {
  version: 3,
  file: 'main.mjs',
  sources: ['../node_modules/kafkajs/index.js', '../apps/activity/src/main.ts', '../libs/rules.ts'],
  sourcesContent: [],
  sourceRoot: '',
  names: [],
  mappings: encode([
    [[0, 0, 0, 0]],
    [
      [0, 2, 6, 2],
      [8, 0, 9, 0],
    ],
    [[0, 0, 10, 0]],
    [[4, 1, 1, 3]],
    [],
  ]),
}

const whereIs = (line: number, column: number) => {
  const { originalSource, originalLine, originalColumn } = new SourceMap(ownSourceMap(map)).findEntry(line, column) as Partial<
    Record<'originalSource' | 'originalLine' | 'originalColumn', unknown>
  >
  return originalSource === undefined ? undefined : `${String(originalSource)}:${String(originalLine)}:${String(originalColumn)}`
}

test('places in our own sources are found as before', () => {
  expect(whereIs(1, 3)).toBe('../libs/rules.ts:6:2')
  expect(whereIs(3, 4)).toBe('../apps/activity/src/main.ts:1:3')
  expect(whereIs(4, 0)).toBe('../apps/activity/src/main.ts:1:3')
})

test('a place in a package has no source, and never that of our own code before it', () => {
  expect(whereIs(0, 0)).toBeUndefined()
  expect(whereIs(1, 8)).toBeUndefined()
  expect(whereIs(2, 0)).toBeUndefined()
})

test('sources of packages are not named', () => {
  expect(ownSourceMap(map).sources).toEqual(['../libs/rules.ts', '../apps/activity/src/main.ts'])
})
