import { dayOf, instantOf, spanOf } from './instants'

test('an early morning in Shanghai is of that day, not of the day before in UTC', () => {
  expect(dayOf('2026-06-30T20:30:00Z')).toBe('2026-07-01')
  expect(dayOf('2026-07-01T00:30:00+08:00')).toBe('2026-07-01')
})

test('a moment that was typed is sent as that of Shanghai', () => {
  expect(new Date(instantOf('2026-04-18 09:00')).toISOString()).toBe('2026-04-18T01:00:00.000Z')
})

test('a span names its day once', () => {
  expect(spanOf('2026-04-18T01:00:00Z', '2026-04-18T03:30:00Z')).toBe('2026-04-18 09:00 – 11:30')
  expect(spanOf('2026-04-18T01:00:00Z', '2026-04-19T03:30:00Z')).toBe('2026-04-18 09:00 – 2026-04-19 11:30')
})
