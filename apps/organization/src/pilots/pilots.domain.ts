import { PilotDesignated, PilotDesignationEnded, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, overlaps, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { typesLike } from '../units/unit-types.domain'
import type { Unit } from '../units/units.domain'
import { designationIn, isHeld, type Designation } from './designations.domain'
import { pilotCategoryOf, pilotDepartmentOf } from './pilot-catalogue.domain'

/** What is said of a new designation. */
export interface DesignatePilot {
  unitId: string
  pilotId: string
  category: string
  /** Left out: the department that usually follows the category. */
  department?: string | null | undefined
  from: LocalDate
  until?: LocalDate | null | undefined
  paper: string
  enteredAt: string
}

/** A unit in force becomes a pilot of a category that fits its type, and never of two on one day (N4.1, A2). */
export function designatePilot(unit: Unit, command: DesignatePilot): Decision<Unit> {
  const { designations = [] } = unit
  const designation = designationOf(unit, command)
  const crossed = designations.find((known) => isHeld(known) && overlaps(known, designation))
  if (crossed) throw new Rejected('PILOT_ALREADY', { field: 'from', value: designation.from, since: crossed.from })
  return decided(
    { ...unit, designations: byFirstDay([...designations, designation]) },
    PilotDesignated.of({ ...factOf(command.unitId, unit, designation), until: designation.until }),
  )
}

/** What is said of a pilot that changes its category or its department. */
export interface ChangePilotDesignation {
  unitId: string
  pilotId: string
  /** Id of the designation that takes its place. */
  nextId: string
  category?: string | null | undefined
  department?: string | null | undefined
  from: LocalDate
  paper: string
  enteredAt: string
}

/** A pilot gets another category or department from a day on: the designation ends and another begins on that day, up to the same end. */
export function changePilotDesignation(unit: Unit, command: ChangePilotDesignation): Decision<Unit> {
  const { unitId, pilotId, nextId, from, paper, enteredAt } = command
  const current = designationIn(unit, pilotId)
  if (!inForce(current, from)) throw new Rejected('PILOT_NOT_IN_FORCE', { field: 'from', value: from })
  const category = command.category ?? current.category
  const department = command.department ?? (category === current.category ? current.department : null)
  const next = designationOf(unit, { unitId, pilotId: nextId, category, department, from, until: current.until, paper, enteredAt })
  if (next.category === current.category && next.department === current.department)
    throw new Rejected('PILOT_UNCHANGED', { field: 'category', value: next.category })
  const ended = { ...current, until: from }
  const others = (unit.designations ?? []).filter(({ id }) => id !== pilotId)
  return decided(
    { ...unit, designations: byFirstDay([...others, ended, next]) },
    PilotDesignationEnded.of({ ...factOf(unitId, unit, ended), until: from }),
    PilotDesignated.of({ ...factOf(unitId, unit, next), until: next.until }),
  )
}

/** What is said of the end of a designation. */
export interface EndPilotDesignation {
  unitId: string
  pilotId: string
  on: LocalDate
  reason: string
}

/** A designation ends, once or earlier than it was to; on its first day: it never was. */
export function endPilotDesignation(unit: Unit, { unitId, pilotId, on, reason }: EndPilotDesignation): Decision<Unit> {
  const current = designationIn(unit, pilotId)
  if (on < current.from) throw new Rejected('PILOT_ENDS_BEFORE_IT_STARTS', { field: 'on', value: on, from: current.from })
  if (current.until !== null && current.until <= on) throw new Rejected('PILOT_ENDED_ALREADY', { field: 'on', value: current.until })
  const ended = { ...current, until: on, endReason: plainText('reason', reason, { min: 2, max: 200 }) }
  const designations = (unit.designations ?? []).map((known) => (known.id === pilotId ? ended : known))
  return decided({ ...unit, designations }, PilotDesignationEnded.of({ ...factOf(unitId, unit, ended), until: on }))
}

/** What each fact about a designation says of it. */
export function factOf(unitId: string, { unitType, areaCode: area, path }: Unit, { id: pilotId, category, department, from }: Designation) {
  return { unitId, pilotId, unitType, area, path, category, department, from }
}

function designationOf(unit: Unit, command: DesignatePilot): Designation {
  const { pilotId: id, from, until = null, enteredAt } = command
  const category = pilotCategoryOf(command.category)
  if (!category) throw new Rejected('PILOT_CATEGORY_UNKNOWN', { field: 'category', value: command.category })
  checkType(unit.unitType, category)
  const department = pilotDepartmentOf(command.department ?? category.department)
  if (!department) throw new Rejected('PILOT_DEPARTMENT_UNKNOWN', { field: 'department', value: command.department })
  if (until !== null && until <= from) throw new Rejected('PILOT_ENDS_BEFORE_IT_STARTS', { field: 'until', value: until, from })
  if (!inForce(unit, from)) throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  if (unit.until !== null && (until === null || unit.until < until))
    throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'until', value: until ?? unit.until })
  const paper = plainText('paper', command.paper, { min: 2, max: 200 })
  return { id, category: category.code, department: department.code, from, until, paper, endReason: null, enteredAt }
}

function checkType(unitType: string, { code: value, unitTypes }: { code: string; unitTypes: string[] }): void {
  const allowed = typesLike(unitTypes)
  if (allowed.includes(unitType)) return
  throw new Rejected('PILOT_CATEGORY_NOT_FOR_TYPE', { field: 'category', value, unitType, allowed: allowed.join(', ') })
}

function byFirstDay(designations: readonly Designation[]): Designation[] {
  return [...designations].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
