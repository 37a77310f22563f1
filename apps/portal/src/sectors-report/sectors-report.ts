import type { EmployersCountedFragment, EmployerState } from '../graph.generated'

/** A column of the report: a figure, and the states of the employers behind it; all of them: null. */
export interface Measure {
  name: keyof Omit<EmployersCountedFragment, '__typename'>
  /** As the address has them. */
  state: string | null
}

/** The figures of a line, in their order. */
export const measures: readonly Measure[] = [
  { name: 'known', state: null },
  { name: 'covered', state: 'covered' },
  { name: 'own', state: 'OWN' },
  { name: 'jointByArea', state: 'JOINT_BY_AREA' },
  { name: 'byIndustry', state: 'BY_INDUSTRY' },
  { name: 'hosted', state: 'HOSTED' },
  { name: 'uncovered', state: 'UNCOVERED' },
]

/** The states by which a report can be narrowed, as the graph has them. */
export const states: readonly EmployerState[] = ['OWN', 'JOINT_BY_AREA', 'BY_INDUSTRY', 'HOSTED', 'UNCOVERED']

/** What the address asks for: one state, every covered one, or (undefined) all. */
export function statesOf(asked: string | null): EmployerState[] | undefined {
  if (asked === 'covered') return states.filter((state) => state !== 'UNCOVERED')
  const state = states.find((known) => known === asked)
  return state && [state]
}
