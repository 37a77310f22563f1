import { stopAt, stopsBetween } from './stops'

test('the slider stops at the first day, at each first of a month, and at today', () => {
  expect(stopsBetween('2025-11-11', '2026-02-28')).toEqual(['2025-11-11', '2025-12-01', '2026-01-01', '2026-02-01', '2026-02-28'])
})

test('no day is a stop twice', () => {
  expect(stopsBetween('2025-12-01', '2026-02-01')).toEqual(['2025-12-01', '2026-01-01', '2026-02-01'])
  expect(stopsBetween('2026-02-03', '2026-02-28')).toEqual(['2026-02-03', '2026-02-28'])
})

test('where nothing lies before today there is today alone', () => {
  expect(stopsBetween('2026-02-28', '2026-02-28')).toEqual(['2026-02-28'])
  expect(stopsBetween('2027-01-01', '2026-02-28')).toEqual(['2026-02-28'])
})

test('a day between two stops stands at the one before it, and one beyond them at the nearest', () => {
  const stops = ['2025-11-11', '2025-12-01', '2025-12-31']
  expect(['2025-11-30', '2025-12-01', '1999-01-01', '2030-01-01'].map((day) => stopAt(stops, day))).toEqual([0, 1, 0, 2])
})
