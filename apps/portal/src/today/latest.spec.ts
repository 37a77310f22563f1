import { latestOf } from './latest'

const at = (time: string) => ({ time })

test('the newest stand first, whatever the order in which topics are read', () => {
  const read = [at('2026-06-30T08:00:00.300Z'), at('2026-06-30T08:00:00.100Z'), at('2026-06-30T08:00:00.2Z')]
  expect(latestOf(read).map(({ time }) => time)).toEqual(['2026-06-30T08:00:00.300Z', '2026-06-30T08:00:00.2Z', '2026-06-30T08:00:00.100Z'])
})

test('of one time, the given order stays', () => {
  const facts = [1, 2, 3].map((place) => ({ place, ...at('2026-06-30T08:00:00Z') }))
  expect(latestOf(facts)).toEqual(facts)
})

test('no more than ten are shown', () => {
  expect(latestOf(Array.from({ length: 12 }, () => at('2026-06-30T08:00:00Z')))).toHaveLength(10)
})
