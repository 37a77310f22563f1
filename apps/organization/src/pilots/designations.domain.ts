import type { LocalDate, PilotTaskState } from '@sizhang/contracts'
import { inForce, Rejected } from '@sizhang/service-kit/rules'

/** 试点: a unit's designation as a pilot of a category. `id` is that of the command that made it. */
export interface Designation {
  id: string
  category: string
  department: string
  from: LocalDate
  until: LocalDate | null
  /** The paper that it rests on. */
  paper: string
  endReason: string | null
  /** When it was entered: pilots of one day stand in the order in which they were. */
  enteredAt: string
}

/** Where a pilot is with a task, from a day on. */
export interface TaskRecord {
  task: string
  state: PilotTaskState
  on: LocalDate
  remark: string | null
  nextStep: string | null
  nextStepBy: LocalDate | null
}

/** What a unit keeps of its time as a pilot. */
export interface Designated {
  designations?: Designation[]
}

/** The designation of an id. Refused when there is none. */
export function designationIn({ designations = [] }: Designated, pilotId: string): Designation {
  const found = designations.find(({ id }) => id === pilotId)
  if (!found) throw new Rejected('NOT_FOUND', { field: 'pilotId', value: pilotId })
  return found
}

/** The designation in force on a day; undefined: none is. */
export function designationOn({ designations = [] }: Designated, on: LocalDate): Designation | undefined {
  return designations.find((designation) => inForce(designation, on))
}

/** Whether a unit is a pilot on a day or later. */
export function isPilotFrom({ designations = [] }: Designated, day: LocalDate): boolean {
  return designations.some((designation) => isHeld(designation) && (designation.until === null || day < designation.until))
}

/** Whether it ever holds: one that ended on its first day does not. */
export function isHeld({ from, until }: Designation): boolean {
  return until === null || from < until
}
