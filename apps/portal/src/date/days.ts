const DAY_MS = 86_400_000

/** The day after, `YYYY-MM-DD`: intervals end before their last day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
}

/** The first day of the day's year. */
export function yearStart(day: string): string {
  return `${day.slice(0, 4)}-01-01`
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
