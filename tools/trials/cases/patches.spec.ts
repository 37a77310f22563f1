import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from '@sizhang/engines'
import { newerRelease } from '../storm/newer-release'
import { trials } from './index'

const patches = trials.flatMap(({ number, faults, control }) =>
  [faults, control].flatMap((made) => made?.patches ?? []).map((patch) => ({ number, ...patch })),
)

test.each(patches)('the fault of trial $number in $file still fits the product’s text', ({ file, find }) => {
  expect(readFileSync(join(rootFolder(), file), 'utf8').split(find)).toHaveLength(2)
})

test.each(newerRelease)('the newer release’s change of $file still fits the product’s text', ({ file, find }) => {
  expect(readFileSync(join(rootFolder(), file), 'utf8').split(find)).toHaveLength(2)
})
