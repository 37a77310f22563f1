import type { PilotRowFragment, PilotsPageQuery, TaskStandingFragment } from '../graph.generated'

type Category = PilotsPageQuery['pilotCategories'][number]
type County = PilotsPageQuery['counties']['nodes'][number]

/** Pilots of one category that one department follows. */
export interface AnnexGroup {
  key: string
  category: string
  department: string
  pilots: PilotRowFragment[]
}

/** The list as the annex has it: by category, and where departments share one, by department; a category without pilots is left out. */
export function annexOf(pilots: readonly PilotRowFragment[]): AnnexGroup[] {
  const groups = new Map<string, AnnexGroup>()
  for (const pilot of pilots) {
    const { category, department } = pilot
    const key = `${category.code}/${department.code}`
    const group = groups.get(key) ?? { key, category: category.name, department: department.name, pilots: [] }
    group.pilots.push(pilot)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** How many pilots each category has, also none. */
export function countByCategory(categories: readonly Category[], pilots: readonly PilotRowFragment[]) {
  return categories.map(({ code, name }) => ({ code, name, count: pilots.filter(({ category }) => category.code === code).length }))
}

/** How many pilots lie in each county, also none, and how many in no county. */
export function countByCounty(counties: readonly County[], pilots: readonly PilotRowFragment[]) {
  const within = (code: string) => pilots.filter(({ unit }) => unit.area?.path.some((area) => area.code === code)).length
  const counted = counties.map(({ code, name }) => ({ code, name, count: within(code) }))
  return { counties: counted, none: pilots.length - counted.reduce((sum, { count }) => sum + count, 0) }
}

/** The county that a pilot lies in. */
export function countyOf({ unit }: PilotRowFragment): string | null {
  return unit.area?.path.find(({ level }) => level === 'COUNTY')?.name ?? null
}

/** Tasks that are done, of those that were not dropped. */
export function tasksDone(tasks: readonly Pick<TaskStandingFragment, 'state'>[]): { done: number; total: number } {
  return { done: tasks.filter(({ state }) => state === 'DONE').length, total: tasks.filter(({ state }) => state !== 'DROPPED').length }
}

/** What a pilot does next: of the steps of tasks that are not over the one with the earliest day, one without a day last. */
export function nextStep(tasks: readonly TaskStandingFragment[]): { step: string; by: string | null } | null {
  const open = tasks.filter(({ state }) => state === 'NOT_BEGUN' || state === 'UNDER_WAY')
  const steps = open.flatMap(({ records: [last] }) => (last?.nextStep ? [{ step: last.nextStep, by: last.nextStepBy }] : []))
  return steps.sort((a, b) => ((a.by ?? '9') < (b.by ?? '9') ? -1 : 1))[0] ?? null
}
