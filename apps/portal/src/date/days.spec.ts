import { dayInShanghai, daysBetween, nextDay, yearBefore, yearStart } from './days'

test('the year before a leap day ends on the 28th', () => {
  expect(yearBefore('2024-02-29')).toBe('2023-02-28')
  expect(yearBefore('2026-06-30')).toBe('2025-06-30')
})

test('in Shanghai the day begins at 16:00 UTC', () => {
  expect(dayInShanghai(new Date('2026-06-29T15:59:59Z'))).toBe('2026-06-29')
  expect(dayInShanghai(new Date('2026-06-29T16:00:00Z'))).toBe('2026-06-30')
})

test('intervals end before their last day: the day after crosses months and years', () => {
  expect(nextDay('2024-02-28')).toBe('2024-02-29')
  expect(nextDay('2025-12-31')).toBe('2026-01-01')
  expect(yearStart('2018-06-11')).toBe('2018-01-01')
  expect(daysBetween('2018-06-11', '2019-06-11')).toBe(365)
})
