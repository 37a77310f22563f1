import type { LocalDate } from '@sizhang/contracts'
import { Rejected } from '@sizhang/service-kit/rules'

/** A trend has at most so many points: five years of months. */
const MOST_POINTS = 60

/** The month-ends from a day to a day, both included. Refused when the time runs backwards or holds more than 60 of them. */
export function monthEnds(from: LocalDate, to: LocalDate): LocalDate[] {
  if (to < from) throw new Rejected('TREND_ENDS_BEFORE_IT_STARTS', { field: 'to', value: to, from })
  const ends: LocalDate[] = []
  for (let month = monthOf(from); ; month++) {
    const end = lastDayOf(month)
    if (end > to) return ends
    ends.push(end)
    if (ends.length > MOST_POINTS) throw new Rejected('TREND_TOO_LONG', { field: 'from', value: from, max: MOST_POINTS })
  }
}

/** Months since the year 0. */
function monthOf(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

function lastDayOf(month: number): LocalDate {
  const firstOfNext = new Date(0)
  firstOfNext.setUTCFullYear(Math.floor(month / 12), (month % 12) + 1, 0)
  return firstOfNext.toISOString().slice(0, 10)
}
