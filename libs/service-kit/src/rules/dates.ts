import type { LocalDate } from '@sizhang/contracts'

/** Interval of days: `from` inclusive, `until` exclusive, null open. */
export interface Interval {
  from: LocalDate
  until: LocalDate | null
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
const DAY = 86_400_000

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

/** The day so many days later (or, with a negative number, earlier). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

/** Whether the text is a real calendar day, `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
