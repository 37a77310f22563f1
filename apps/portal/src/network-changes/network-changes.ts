import { yearBefore } from '../date/days'

/** Two days that are compared, the earlier one first. */
export interface ComparedDays {
  from: string
  to: string
}

/** The other day that a day is compared with while the reader chose none: today, and of today the same day a year before. */
export function usuallyComparedWith(day: string, today: string): string {
  return day === today ? yearBefore(today) : today
}

/** A day and the one it is compared with, in the order of time. */
export function comparedDays(day: string, other: string): ComparedDays {
  return day < other ? { from: day, to: other } : { from: other, to: day }
}
