import type { PilotRowFragment, PilotTaskState, TaskStandingFragment } from '../graph.generated'
import { annexOf, countByCategory, countByCounty, nextStep, tasksDone } from './pilots'

const department = (code: string, name: string) => ({ __typename: 'PilotDepartment', code, name }) as const
const office = department('GENERAL_OFFICE', '办公室')
const category = (code: string, name: string) => ({ __typename: 'PilotCategory', code, name, department: office }) as const
const [town, school, park] = [category('town', '乡镇'), category('school', '学校'), category('park', '高新园区')]
const county = (code: string, name: string) => ({ __typename: 'Area', code, name }) as const
const counties = [county('320205', '锡山区'), county('320281', '江阴市')]

const aPilot = (of = town, code: string | null = '320281', follower: PilotRowFragment['department'] = office): PilotRowFragment => ({
  __typename: 'Pilot',
  id: 'p',
  unit: {
    __typename: 'Unit',
    id: 'u',
    name: '顾山镇科协',
    area: code === null ? null : { __typename: 'Area', code, path: [{ ...county(code, '江阴市'), level: 'COUNTY' }] },
  },
  category: of,
  department: follower,
  ...{ from: '2018-06-11', until: null, progress: 'NOT_BEGUN', mayDesignate: false, tasks: [] },
})
const aTask = (state: PilotTaskState, nextStep: string | null = null, nextStepBy: string | null = null): TaskStandingFragment => ({
  __typename: 'PilotTaskStanding',
  task: { __typename: 'PilotTask', code: 'survey', name: '摸清现状' },
  state,
  records: [{ __typename: 'PilotTaskRecord', state, on: '2019-01-01', remark: null, nextStep, nextStepBy }],
})

test('the annex has the categories in the order of the list, and one that two departments share twice', () => {
  const groups = annexOf([aPilot(), aPilot(), aPilot(town, null, department('SOCIETIES', '学会部')), aPilot(school)])
  expect(groups.map(({ category, department, pilots }) => [category, department, pilots.length])).toEqual([
    ['乡镇', '办公室', 2],
    ['乡镇', '学会部', 1],
    ['学校', '办公室', 1],
  ])
})

test('each category is counted, also one without pilots', () => {
  expect(countByCategory([town, school, park], [aPilot(), aPilot(park)]).map(({ count }) => count)).toEqual([1, 0, 1])
})

test('each county is counted, and those in none beside them', () => {
  const { counties: counted, none } = countByCounty(counties, [aPilot(), aPilot(town, null), aPilot(school)])
  expect(counted.map(({ count }) => count)).toEqual([0, 2])
  expect(none).toBe(1)
})

test('a dropped task is not to be done', () => {
  expect(tasksDone([aTask('DONE'), aTask('DROPPED'), aTask('UNDER_WAY')])).toEqual({ done: 1, total: 2 })
})

test('the next step is the earliest one of a task that is not over; one without a day comes last', () => {
  const tasks = [aTask('DONE', '完成了', '2019-02-01'), aTask('UNDER_WAY', '不定期'), aTask('UNDER_WAY', '开会', '2019-04-01')]
  for (const order of [tasks, [...tasks].reverse()]) expect(nextStep(order)).toEqual({ step: '开会', by: '2019-04-01' })
  expect(nextStep(tasks.slice(0, 2))).toEqual({ step: '不定期', by: null })
  expect(nextStep([aTask('DONE', '完成了', '2019-02-01')])).toBeNull()
})
