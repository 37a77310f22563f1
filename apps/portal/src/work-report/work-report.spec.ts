import type { WorkReportQuery } from '../graph.generated'
import { linesByMonth, monthsBetween } from './work-report'

test('each month of a time has its place, over the turn of a year too', () => {
  expect(monthsBetween('2025-11-15', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsBetween('2026-02-01', '2026-01-31')).toEqual([])
})

test('a month without activities is zero, not left out', () => {
  const share = (department: string, activities: number) => ({ department, name: department, activities, personTimes: 10 * activities })
  const work = {
    byDepartment: [share('health', 3), share('education', 1)],
    byMonth: [
      { month: '2026-01', activities: 1, personTimes: 10, byDepartment: [share('health', 1)] },
      { month: '2026-03', activities: 3, personTimes: 30, byDepartment: [share('health', 2), share('education', 1)] },
    ],
  } as unknown as WorkReportQuery['work']
  const months = monthsBetween('2026-01-01', '2026-03-31')
  expect(linesByMonth(work, months, 'activities').map(({ values }) => values)).toEqual([
    [1, 0, 2],
    [0, 0, 1],
  ])
  expect(linesByMonth(work, months, 'personTimes')[0]?.values).toEqual([10, 0, 20])
})
