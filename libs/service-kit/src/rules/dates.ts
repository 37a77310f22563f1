import type { LocalDate } from '@sizhang/contracts'

/** Interval of days: `from` inclusive, `until` exclusive, null open. */
export interface Interval {
  from: LocalDate
  until: LocalDate | null
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const DAY = 86_400_000
const FIRST = Date.parse('0001-01-01')
const LAST = Date.parse('9999-12-31')
const WRITTEN = /^\d{4}-\d{2}-\d{2}$/

/** The calendar day of an instant in Asia/Shanghai. */
export function localDateOf(instant: Date): LocalDate {
  return SHANGHAI.format(instant)
}

/** Whether the day lies in the interval. */
export function inForce(interval: Interval, on: LocalDate): boolean {
  return interval.from <= on && (interval.until === null || on < interval.until)
}

/** Whether two intervals have a day in common. */
export function overlaps(one: Interval, other: Interval): boolean {
  return (other.until === null || one.from < other.until) && (one.until === null || other.from < one.until)
}

/** Days from one day to another; negative when the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** The day so many days later (or, with a negative number, earlier); at most the last day that can be written, at least the first. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const time = Math.min(LAST, Math.max(FIRST, Date.parse(date) + days * DAY))
  return new Date(time).toISOString().slice(0, 10)
}

/** The same day so many months later, or the last of a month that is too short (Civil Code Art.202); with a negative number, earlier. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const count = year * 12 + month - 1 + months
  const lastDay = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate()
  const digits = (value: number, length: number) => String(value).padStart(length, '0')
  return `${digits(Math.floor(count / 12), 4)}-${digits((count % 12) + 1, 2)}-${digits(Math.min(day, lastDay), 2)}`
}

/** Whether the text is a real calendar day, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  const time = WRITTEN.test(text) ? Date.parse(text) : Number.NaN
  return time >= FIRST && new Date(time).toISOString().slice(0, 10) === text
}
