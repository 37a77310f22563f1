import { addDays, addMonths, daysBetween, inForce, isLocalDate, localDateOf, overlaps } from './dates'

const year = { from: '2025-01-01', until: '2026-01-01' }
const open = { from: '2025-01-01', until: null }

test('a day is that of Shanghai, whatever the machine’s zone', () => {
  expect(localDateOf(new Date('2026-03-31T15:59:59Z'))).toBe('2026-03-31')
  expect(localDateOf(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01')
})

test('an interval begins on its first day and ends before its last', () => {
  const days = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01']
  expect(days.map((day) => inForce(year, day))).toEqual([false, true, true, false])
  expect(days.map((day) => inForce(open, day))).toEqual([false, true, true, true])
})

test.each([
  [{ from: '2026-01-01', until: '2027-01-01' }, false],
  [{ from: '2025-12-31', until: '2027-01-01' }, true],
  [{ from: '2024-01-01', until: '2025-01-01' }, false],
  [{ from: '2024-01-01', until: '2025-01-02' }, true],
  [{ from: '2025-05-01', until: '2025-06-01' }, true],
  [{ from: '2025-12-31', until: null }, true],
  [{ from: '2026-01-01', until: null }, false],
])('intervals overlap when they have a day in common: %j %s', (other, expected) => {
  expect([overlaps(year, other), overlaps(other, year)]).toEqual([expected, expected])
})

test('open intervals overlap', () => {
  expect(overlaps(open, { from: '2030-01-01', until: null })).toBe(true)
})

test('days are counted over leap days and the turn of the year', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
})

test('months end on the same day, or on the last of a month that is too short', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2024-02-29', 48)).toBe('2028-02-29')
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
  expect(addMonths('2026-12-31', 0)).toBe('2026-12-31')
})

test('no day is later than the last that can be written, or earlier than the first', () => {
  expect(addDays('2025-01-01', 2_147_483_647)).toBe('9999-12-31')
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
  expect(addDays('2025-01-01', -2_147_483_648)).toBe('0001-01-01')
})

test.each(['+010000-01', '0000-01-01', '2025-1-1', '2025-01-01T00:00:00Z', '2025-02-29'])('%s is no day', (text) => {
  expect(isLocalDate(text)).toBe(false)
})

test.each(['2024-02-29', '2018-06-11'])('%s is a day', (text) => expect(isLocalDate(text)).toBe(true))
test.each(['2023-02-29', '2018-6-11', '2018-06-11T00:00:00Z', '2018-13-01', '', '20180611'])('“%s” is no day', (text) =>
  expect(isLocalDate(text)).toBe(false),
)
