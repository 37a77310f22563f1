import { countEmployers, employersOn, sectorsOf, type Cover, type Employer } from './sectors.domain'

const DAY = '2026-06-30'
const cover = (said: Partial<Cover> = {}): Cover => ({ unitId: 'u1', mode: 'JOINT_BY_AREA', from: '2024-01-01', until: null, ...said })
const anEmployer = (said: Partial<Employer> = {}): Employer => ({
  id: 'e1',
  kind: 'tech-firm',
  path: [],
  from: '2016-01-01',
  covers: [],
  ...said,
})
const state = (employer: Employer, on = DAY) => employersOn([employer], on)[0]?.state

test('an employer is covered from the day of its cover up to, not including, its end', () => {
  const employer = anEmployer({ covers: [cover({ until: '2025-01-01' })] })
  const days = ['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01']
  expect(days.map((on) => state(employer, on))).toEqual(['UNCOVERED', 'JOINT_BY_AREA', 'JOINT_BY_AREA', 'UNCOVERED'])
})

test('a cover that was taken back on its first day never counts', () => {
  expect(state(anEmployer({ covers: [cover({ until: '2024-01-01' })] }), '2024-01-01')).toBe('UNCOVERED')
})

test('an employer that is registered later is not in the figures of an earlier day', () => {
  expect(employersOn([anEmployer({ from: '2026-01-01' })], '2025-12-31')).toEqual([])
  expect(employersOn([anEmployer({ from: '2026-01-01' })], '2026-01-01')).toHaveLength(1)
})

test('twelve firms under one joint association are twelve covered, and each mode counts', () => {
  const firms = Array.from({ length: 12 }, (_, place) => anEmployer({ id: `e${place}`, covers: [cover()] }))
  const others = (['OWN', 'BY_INDUSTRY', 'HOSTED'] as const).map((mode) => anEmployer({ id: mode, covers: [cover({ mode })] }))
  expect(countEmployers(employersOn([...firms, ...others, anEmployer()], DAY))).toEqual({
    known: 16,
    covered: 15,
    byState: { OWN: 1, JOINT_BY_AREA: 12, BY_INDUSTRY: 1, HOSTED: 1, UNCOVERED: 1 },
  })
})

test('the record behind a figure says by which unit and since when', () => {
  expect(employersOn([anEmployer({ covers: [cover()] }), anEmployer({ id: 'e2' })], DAY)).toMatchObject([
    { id: 'e1', unitId: 'u1', since: '2024-01-01' },
    { id: 'e2', unitId: null, since: null },
  ])
})

test('sectors are the departments of the packs with their kinds; a kind that no pack knows any more stands last', () => {
  const kinds = [
    { code: 'hospital', department: 'health' },
    { code: 'tech-firm', department: 'enterprise' },
    { code: 'village-clinic', department: 'health' },
  ]
  const employers = employersOn([anEmployer(), anEmployer({ id: 'e2', kind: 'casino' })], DAY)
  expect(sectorsOf(kinds, employers)).toEqual([
    { department: 'health', kinds: ['hospital', 'village-clinic'] },
    { department: 'enterprise', kinds: ['tech-firm'] },
    { department: null, kinds: ['casino'] },
  ])
  expect(sectorsOf(kinds, [])).toHaveLength(2)
})
