import { daysBetween, nextDay, yearStart } from './days'

test('intervals end before their last day: the day after crosses months and years', () => {
  expect(nextDay('2024-02-28')).toBe('2024-02-29')
  expect(nextDay('2025-12-31')).toBe('2026-01-01')
  expect(yearStart('2018-06-11')).toBe('2018-01-01')
  expect(daysBetween('2018-06-11', '2019-06-11')).toBe(365)
})
