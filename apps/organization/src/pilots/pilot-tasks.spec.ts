import { randomUUID } from 'node:crypto'
import { PilotTaskRecorded, type PilotTaskState } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aDesignation, aUnit, PATH } from '../testing/builders'
import type { TaskRecord } from './designations.domain'
import { pilotCategories, pilotTasksOf } from './pilot-catalogue.domain'
import { progressOf, recordPilotTask, tasksOn, type RecordPilotTask } from './pilot-tasks.domain'

const [unitId, pilotId] = [randomUUID(), randomUUID()]
const designation = aDesignation({ id: pilotId, until: '2021-01-01' })
const pilot = aUnit({ designations: [designation] })
const task = 'town-vice-chairs'
const command: RecordPilotTask = { unitId, pilotId, task, state: 'UNDER_WAY', on: '2018-07-01' }
const today = '2018-08-01'
const aRecord = (said: Partial<TaskRecord> = {}): TaskRecord => ({
  ...{ task, state: 'UNDER_WAY', on: '2018-07-01', remark: null, nextStep: null, nextStepBy: null },
  ...said,
})
const standing = (records: TaskRecord[], on: string) =>
  tasksOn({ ...pilot, taskRecords: records }, designation, on).find((one) => one.task.code === task)

test('each category has its tasks of the notice, and all report', () => {
  for (const { code } of pilotCategories) expect(pilotTasksOf(code).map((one) => one.code)).toContain('progress-report')
  expect(pilotTasksOf('subdistrict').map(({ code }) => code)).toContain(task)
  expect(pilotTasksOf('school').map(({ code }) => code)).not.toContain(task)
})

test('where a pilot is with a task is recorded with its next step; what is said in words stays inside', () => {
  const told = { unitId, pilotId, unitType: 'TOWN', area: '320205001', path: PATH, category: 'subdistrict', department: 'GENERAL_OFFICE' }
  given(pilot)
    .when(recordPilotTask, { ...command, nextStep: ' 召开全委会 ', nextStepBy: '2018-09-01' }, today)
    .then(PilotTaskRecorded.of({ ...told, task, state: 'UNDER_WAY', on: '2018-07-01', nextStepBy: '2018-09-01' }))
    .leaving({ taskRecords: [aRecord({ nextStep: '召开全委会', nextStepBy: '2018-09-01' })] })
})

describe('a task of a pilot is recorded', () => {
  const refused: [string, Partial<RecordPilotTask>, string, string][] = [
    ['on a day of the pilot, not before', { on: '2018-06-10' }, 'PILOT_NOT_IN_FORCE', 'on'],
    ['on a day that has come', { on: '2018-08-02' }, 'PILOT_TASK_NOT_YET', 'on'],
    ['if its category has it', { task: 'county-heads' }, 'PILOT_TASK_UNKNOWN', 'task'],
    ['as dropped with a reason alone', { state: 'DROPPED', remark: ' ' }, 'PILOT_TASK_REASON_MISSING', 'remark'],
    ['without a day for a step that is not said', { nextStepBy: '2018-09-01' }, 'PILOT_NEXT_STEP_MISSING', 'nextStep'],
  ]
  test.each(refused)('%s', (_, said, code, field) => {
    given(pilot)
      .when(recordPilotTask, { ...command, ...said }, today)
      .rejects(code, { field })
  })

  test('not after the pilot ended', () => {
    given(pilot)
      .when(recordPilotTask, { ...command, on: '2021-01-01' }, '2022-01-01')
      .rejects('PILOT_NOT_IN_FORCE', { field: 'on', value: '2021-01-01' })
  })
})

describe('a task stands on a day', () => {
  test('as not begun before anything is recorded', () => {
    expect(standing([aRecord()], '2018-06-30')).toMatchObject({ state: 'NOT_BEGUN', records: [] })
  })

  test('as it was recorded last by that day; of one day the one that was entered last counts', () => {
    const records = [
      aRecord({ state: 'DONE', on: '2018-09-01' }),
      aRecord({ on: '2018-07-01' }),
      aRecord({ state: 'DROPPED', on: '2018-09-01', remark: '合并' }),
    ]
    expect(standing(records, '2018-08-31')?.state).toBe('UNDER_WAY')
    expect(standing(records, '2018-09-01')?.records.map(({ state }) => state)).toEqual(['DROPPED', 'DONE', 'UNDER_WAY'])
  })

  test('with what was recorded under the designation that a change ended, and nothing from before a pause', () => {
    const after = (until: string) => {
      const next = aDesignation({ category: 'town', from: '2021-01-01' })
      const known = aUnit({ designations: [aDesignation({ until }), next], taskRecords: [aRecord()] })
      return tasksOn(known, next, '2021-02-01').find((one) => one.task.code === task)?.state
    }
    expect(after('2021-01-01')).toBe('UNDER_WAY')
    expect(after('2020-12-31')).toBe('NOT_BEGUN')
  })
})

test.each<[PilotTaskState, PilotTaskState[]]>([
  ['NOT_BEGUN', ['NOT_BEGUN', 'NOT_BEGUN']],
  ['NOT_BEGUN', ['NOT_BEGUN', 'DROPPED']],
  ['UNDER_WAY', ['NOT_BEGUN', 'DONE']],
  ['UNDER_WAY', ['UNDER_WAY', 'DROPPED']],
  ['DONE', ['DONE', 'DROPPED']],
  ['DROPPED', ['DROPPED', 'DROPPED']],
])('a pilot is %s as a whole with tasks %j', (whole, states) => {
  expect(progressOf(states.map((state) => ({ state })))).toBe(whole)
})
