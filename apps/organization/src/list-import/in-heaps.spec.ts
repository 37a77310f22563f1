import { setImmediate as later } from 'node:timers/promises'
import { Rejected } from '@sizhang/service-kit'
import { inHeaps } from './in-heaps'

interface Step {
  makes: string
  needs: string[]
}
const order = { makes: ({ makes }: Step) => makes, needs: ({ needs }: Step) => needs }
const steps = (...names: string[]): Step[] => names.map((makes) => ({ makes, needs: [makes] }))

test('what needs an earlier one waits for it, and all others are done at once, ten at most', async () => {
  const running = new Set<string>()
  const seen: [string, number, boolean][] = []
  await inHeaps(steps(...'abcdefghijk', 'k', 'l'), order, async ({ makes }) => {
    seen.push([makes, running.size, running.has(makes)])
    running.add(makes)
    await later()
    running.delete(makes)
  })
  expect(seen.map(([makes]) => makes).join('')).toBe('abcdefghijkkl')
  expect(seen.map(([, others]) => others)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 1])
  expect(seen.some(([, , isThere]) => isThere)).toBe(false)
})

test('what was begun beside a failure is done before that is thrown, and nothing is begun after it', async () => {
  const done: string[] = []
  const all = inHeaps([...steps('wrong', 'right', 'right')], order, async ({ makes }) => {
    if (makes === 'wrong') throw new Error('no')
    await later()
    done.push(makes)
  })
  await expect(all).rejects.toThrow('no')
  expect(done).toEqual(['right'])
})

test('what cannot be taken at the moment is done again, in its turn; what is refused for another reason is not', async () => {
  const tried: string[] = []
  await inHeaps(steps('a', 'a'), order, async ({ makes }) => {
    tried.push(makes)
    if (tried.length === 1) throw new Rejected('UNAVAILABLE')
  })
  expect(tried).toEqual(['a', 'a', 'a'])
  const refused = inHeaps(steps('b'), order, async ({ makes }) => {
    tried.push(makes)
    throw new Rejected('UNIT_UNKNOWN')
  })
  await expect(refused).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' })
  expect(tried).toHaveLength(4)
})
