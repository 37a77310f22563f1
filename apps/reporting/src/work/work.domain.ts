import type { LocalDate } from '@sizhang/contracts'
import { addDays, Rejected } from '@sizhang/service-kit/rules'

/** Activities of one department in one month. */
export interface WorkShare {
  /** `YYYY-MM`. */
  month: string
  department: string
  activities: number
  /** 受众人次: person-times, never de-duplicated. */
  personTimes: number
  /** Led by one of the four heads. */
  ledByHeads: number
}

/** Activities and person-times together. */
export interface WorkSum {
  activities: number
  personTimes: number
  ledByHeads: number
}

/** A time: the first day, and the day up to which it runs, not included. */
export interface WorkTime {
  from: LocalDate
  until: LocalDate
}

/** The time that is asked for; of what is left out, this year up to and with today. Refused when it holds no day. */
export function workTime(asked: { from?: LocalDate | null; until?: LocalDate | null }, today: LocalDate): WorkTime {
  const until = asked.until ?? addDays(today, 1)
  const from = asked.from ?? `${today.slice(0, 4)}-01-01`
  if (until <= from) throw new Rejected('WORK_ENDS_BEFORE_IT_STARTS', { field: 'until', value: until, from })
  return { from, until }
}

/** The last day that is counted: that of the time, or today while it runs. */
export function lastDay({ until }: WorkTime, today: LocalDate): LocalDate {
  const last = addDays(until, -1)
  return last < today ? last : today
}

/** The sum of shares. An activity stands in one share only, so the activities of shares may be added. */
export function sumOf(shares: readonly WorkShare[]): WorkSum {
  const sum: WorkSum = { activities: 0, personTimes: 0, ledByHeads: 0 }
  for (const share of shares) {
    sum.activities += share.activities
    sum.personTimes += share.personTimes
    sum.ledByHeads += share.ledByHeads
  }
  return sum
}

/** Sums by department, by code. */
export function byDepartment(shares: readonly WorkShare[]): (WorkSum & { department: string })[] {
  return sortedGroups(shares, ({ department }) => department).map(([department, group]) => ({ department, ...sumOf(group) }))
}

/** Sums by month, oldest first, each with its departments. Months without any activity are left out. */
export function byMonth(shares: readonly WorkShare[]): (WorkSum & { month: string; shares: WorkShare[] })[] {
  return sortedGroups(shares, ({ month }) => month).map(([month, group]) => ({ month, ...sumOf(group), shares: group }))
}

function sortedGroups<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}
