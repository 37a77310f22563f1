import type { WorkReportQuery } from '../graph.generated'

/** The months of a time, `2026-01` to `2026-06`: one without activities has its place too. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = []
  for (let [year = 0, month = 1] = from.split('-').map(Number); ; month === 12 ? (year++, (month = 1)) : month++) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > to.slice(0, 7)) return months
    months.push(name)
  }
}

/** For each line its number of activities, or person-times, month by month. */
export function linesByMonth(
  { byMonth, byDepartment }: WorkReportQuery['work'],
  months: readonly string[],
  measure: 'activities' | 'personTimes',
) {
  return byDepartment.map(({ department, name }) => ({
    name,
    values: months.map((month) => {
      const share = byMonth.find((it) => it.month === month)?.byDepartment.find((it) => it.department === department)
      return share?.[measure] ?? 0
    }),
  }))
}
