import type { PaperLineFragment } from '../graph.generated'
import { addressOf, chosen, papersOf } from './papers'

const limits = { __typename: 'PaperLimits', megabytes: 10, papers: 10, kinds: ['PDF', 'JPEG', 'PNG'] } as const
const problemOf = async (...parts: BlobPart[]) =>
  (await chosen(new File(parts, '扫描件.pdf'), { ...limits, kinds: [...limits.kinds] })).problem

test('a file is what its first bytes say: what is none of the kinds, or too large, is told before it is sent', async () => {
  expect(await problemOf('%PDF-1.7')).toBeNull()
  expect(await problemOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe1]))).toBeNull()
  expect(await problemOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d]))).toBeNull()
  for (const other of ['<html>', 'PK\u0003\u0004', '', '%PD']) expect([other, await problemOf(other)]).toEqual([other, 'kind'])
  expect(await problemOf('%PDF-', new Uint8Array(10 * 1024 * 1024))).toBe('size')
  const file = new File(['%PDF-1.7'], '第十一个.pdf')
  expect((await chosen(file, { ...limits, kinds: [...limits.kinds] }, 10)).problem).toBe('many')
})

test('a record shows its own scans, in their order, and nothing where none are told', () => {
  const paper = (id: string, record: string) => ({ id, record }) as PaperLineFragment
  expect(papersOf([paper('a', '2'), paper('b', '3'), paper('c', '2')], '2').map(({ id }) => id)).toEqual(['a', 'c'])
  expect([papersOf(null, '2'), papersOf(undefined, '2')]).toEqual([[], []])
  expect(addressOf('a')).toBe('/files/membership/papers/a')
})
