const DAY_MS = 86_400_000

/** The end of what stands until somebody ends it, as facts and graph have it: a group's seats and posts (A1). */
export const NO_END = '9999-12-31'

/** The day after, `YYYY-MM-DD`: intervals end before their last day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
}

/** The first day of the day's year. */
export function yearStart(day: string): string {
  return `${day.slice(0, 4)}-01-01`
}

/** The same day a year before; the end of February where the year has no such day. */
export function yearBefore(day: string): string {
  const before = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return before.endsWith('-02-29') ? before.replace(/29$/, '28') : before
}

/** The day of a clock in Asia/Shanghai: only a first guess, the services say which day is today. */
export function dayInShanghai(time = new Date()): string {
  return new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The same day some years later; of 29 February it makes 1 March. */
export function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10)
}
