import type { Grant } from '@sizhang/service-kit/rights'
import categories from './pilot-categories.json'
import departments from './pilot-departments.json'
import tasks from './pilot-tasks.json'

/** 联系部门: a department of the city association, which follows the pilots of its categories (A2). */
export interface PilotDepartment {
  code: string
  /** The role of its officers: they write the pilots of their own department alone. */
  officer: string
  zh: string
  en: string
}

/** 试点类别: one of the twelve categories of the pilot list (A2). The catalogue is data: a new one is a new row. */
export interface PilotCategory {
  code: string
  /** The department that follows its pilots, unless another is said. */
  department: string
  /** The types of unit that may be pilots of it. */
  unitTypes: string[]
  zh: string
  en: string
}

/** 试点任务: what the notice asks of pilots. */
export interface PilotTask {
  code: string
  /** The clause of the notice that asks for it. */
  clause: string
  /** The categories whose pilots have it; null: all. */
  categories: string[] | null
  zh: string
  en: string
}

/** The departments, in the order of the list. */
export const pilotDepartments: readonly PilotDepartment[] = departments

/** All categories, in the order of the notice's annex. */
export const pilotCategories: readonly PilotCategory[] = categories

const departmentOfOfficer = new Map(pilotDepartments.map(({ officer, code }) => [officer, code]))

/** The category of a code; undefined for an unknown one. */
export function pilotCategoryOf(code: string): PilotCategory | undefined {
  return pilotCategories.find((category) => category.code === code)
}

/** The department of a code; undefined for an unknown one. */
export function pilotDepartmentOf(code: string): PilotDepartment | undefined {
  return pilotDepartments.find((department) => department.code === code)
}

/** The tasks that pilots of a category have, in the order of the notice. */
export function pilotTasksOf(category: string): PilotTask[] {
  return (tasks as PilotTask[]).filter(({ categories: theirs }) => theirs?.includes(category) ?? true)
}

/** The departments that a designation concerns: the one that usually follows its category, and the one that is to follow it. */
export function departmentsConcerned({
  category,
  department,
}: {
  category?: string | null | undefined
  department?: string | null | undefined
}): string[] {
  return [pilotCategoryOf(category ?? '')?.department, department].filter((code) => typeof code === 'string')
}

/** Those of the grants that hold for pilots which concern some departments: an officer's only where they concern no other than the own one. */
export function grantsToFollow(grants: readonly Grant[], concerned: readonly string[]): Grant[] {
  return grants.filter(({ role }) => {
    const own = departmentOfOfficer.get(role)
    return own === undefined || concerned.every((department) => department === own)
  })
}
