import { PilotTaskRecorded, type LocalDate, type PilotTaskState } from '@sizhang/contracts'
import { decided, inForce, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Unit } from '../units/units.domain'
import { designationIn, type Designation, type TaskRecord } from './designations.domain'
import { pilotTasksOf, type PilotTask } from './pilot-catalogue.domain'
import { factOf } from './pilots.domain'

/** What is said of a task of a pilot. */
export interface RecordPilotTask {
  unitId: string
  pilotId: string
  task: string
  state: PilotTaskState
  on: LocalDate
  remark?: string | null | undefined
  nextStep?: string | null | undefined
  nextStepBy?: LocalDate | null | undefined
}

/** Where a pilot is with one of its tasks is recorded for a day that has come; what was recorded before stays (N4.2). */
export function recordPilotTask(unit: Unit, command: RecordPilotTask, today: LocalDate): Decision<Unit> {
  const { unitId, pilotId, task, state, on, nextStepBy = null } = command
  const designation = designationIn(unit, pilotId)
  if (!inForce(designation, on)) throw new Rejected('PILOT_NOT_IN_FORCE', { field: 'on', value: on })
  if (on > today) throw new Rejected('PILOT_TASK_NOT_YET', { field: 'on', value: on, today })
  if (!pilotTasksOf(designation.category).some(({ code }) => code === task))
    throw new Rejected('PILOT_TASK_UNKNOWN', { field: 'task', value: task })
  const remark = optionalText('remark', command.remark)
  if (state === 'DROPPED' && remark === null) throw new Rejected('PILOT_TASK_REASON_MISSING', { field: 'remark' })
  const nextStep = optionalText('nextStep', command.nextStep)
  if (nextStep === null && nextStepBy !== null) throw new Rejected('PILOT_NEXT_STEP_MISSING', { field: 'nextStep' })
  const { from: _, ...fact } = factOf(unitId, unit, designation)
  return decided(
    { ...unit, taskRecords: [...(unit.taskRecords ?? []), { task, state, on, remark, nextStep, nextStepBy }] },
    PilotTaskRecorded.of({ ...fact, task, state, on, nextStepBy }),
  )
}

/** A task of a pilot as it stands on a day. */
export interface TaskStanding {
  task: PilotTask
  state: PilotTaskState
  /** What was recorded up to the day, the last one first. */
  records: TaskRecord[]
}

/**
 * The tasks of a designation as they stand on a day. What was recorded under the designations that it follows on without a day between
 * counts, too: a change of category or department begins nothing anew.
 */
export function tasksOn(unit: Unit, designation: Designation, on: LocalDate): TaskStanding[] {
  const since = unbrokenSince(unit.designations ?? [], designation)
  const counted = (unit.taskRecords ?? [])
    .filter((record) => since <= record.on && record.on <= on && (designation.until === null || record.on < designation.until))
    .reverse()
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
  return pilotTasksOf(designation.category).map((task) => {
    const records = counted.filter((record) => record.task === task.code)
    return { task, state: records[0]?.state ?? 'NOT_BEGUN', records }
  })
}

/** Where a pilot is as a whole: done when nothing is left to do, under way when something is begun. */
export function progressOf(tasks: readonly Pick<TaskStanding, 'state'>[]): PilotTaskState {
  const states = new Set(tasks.map(({ state }) => state))
  if (states.has('UNDER_WAY')) return 'UNDER_WAY'
  if (!states.has('NOT_BEGUN')) return states.has('DONE') ? 'DONE' : 'DROPPED'
  return states.has('DONE') ? 'UNDER_WAY' : 'NOT_BEGUN'
}

function unbrokenSince(designations: readonly Designation[], designation: Designation): LocalDate {
  const before = designations.find(({ from, until }) => until === designation.from && from < until)
  return before ? unbrokenSince(designations, before) : designation.from
}

function optionalText(field: string, value: string | null | undefined): string | null {
  return value?.trim() ? plainText(field, value, { min: 2, max: 200 }) : null
}
