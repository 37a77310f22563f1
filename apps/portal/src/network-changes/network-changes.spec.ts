import { comparedDays, usuallyComparedWith } from './network-changes'

test('a day is compared with today, and today with the same day a year before', () => {
  expect(usuallyComparedWith('2018-06-11', '2026-06-30')).toBe('2026-06-30')
  expect(usuallyComparedWith('2026-06-30', '2026-06-30')).toBe('2025-06-30')
})

test('whichever of two days was chosen first, the earlier one comes first', () => {
  expect(comparedDays('2018-06-11', '2026-06-30')).toEqual({ from: '2018-06-11', to: '2026-06-30' })
  expect(comparedDays('2026-06-30', '2018-06-11')).toEqual({ from: '2018-06-11', to: '2026-06-30' })
})
