import { Rejected } from '@sizhang/service-kit/rules'
import { byDepartment, byMonth, lastDay, sumOf, workTime, type WorkShare } from './work.domain'

const aShare = (month: string, department: string, activities: number): WorkShare => ({
  month,
  department,
  activities,
  personTimes: activities * 100,
  ledByHeads: 1,
})
const shares = [aShare('2026-02', 'health', 3), aShare('2026-01', 'health', 2), aShare('2026-02', 'education', 1)]

test('activities and person-times are added over departments and months', () => {
  expect(sumOf(shares)).toEqual({ activities: 6, personTimes: 600, ledByHeads: 3 })
  expect(sumOf([])).toEqual({ activities: 0, personTimes: 0, ledByHeads: 0 })
})

test('each department stands once, by code', () => {
  expect(byDepartment(shares)).toEqual([
    { department: 'education', activities: 1, personTimes: 100, ledByHeads: 1 },
    { department: 'health', activities: 5, personTimes: 500, ledByHeads: 2 },
  ])
})

test('each month stands once with its departments, oldest first', () => {
  const months = byMonth(shares)
  expect(months.map(({ month, activities }) => [month, activities])).toEqual([
    ['2026-01', 2],
    ['2026-02', 4],
  ])
  expect(months[1]?.shares.map(({ department }) => department)).toEqual(['health', 'education'])
})

test('without a time this year is counted, up to and with today', () => {
  expect(workTime({}, '2026-03-31')).toEqual({ from: '2026-01-01', until: '2026-04-01' })
  expect(workTime({ from: '2024-05-01', until: null }, '2026-03-31')).toEqual({ from: '2024-05-01', until: '2026-04-01' })
})

test('a time of one day is answered, one without a day is refused', () => {
  expect(workTime({ from: '2026-03-31', until: '2026-04-01' }, '2026-03-31')).toEqual({ from: '2026-03-31', until: '2026-04-01' })
  const refused = () => workTime({ from: '2026-03-31', until: '2026-03-31' }, '2026-03-31')
  expect(refused).toThrow(Rejected)
  const details = { field: 'until', value: '2026-03-31', from: '2026-03-31' }
  expect(refused).toThrow(expect.objectContaining({ code: 'WORK_ENDS_BEFORE_IT_STARTS', details }))
})

test('figures of a time that is over are as of its last day, others as of today', () => {
  expect(lastDay({ from: '2025-01-01', until: '2026-01-01' }, '2026-03-31')).toBe('2025-12-31')
  expect(lastDay({ from: '2026-01-01', until: '2027-01-01' }, '2026-03-31')).toBe('2026-03-31')
})

test('departments stand by code and months by time, however the shares come', () => {
  const come = [aShare('2026-02', 'education', 1), aShare('2026-03', 'health', 1), aShare('2026-01', 'agriculture', 1)]
  expect(byDepartment(come).map(({ department }) => department)).toEqual(['agriculture', 'education', 'health'])
  expect(byMonth(come).map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03'])
})
