import { stepsOfMerger } from '../merges/merges.domain'
import { stepsOfSplit } from '../splits/splits.domain'
import type { Unit } from '../units/units.domain'
import type { ToCarryOut } from './steps.domain'

/** What a unit's mergers and splits leave to do, in the order in which they take effect in its document. */
export function leftToDo(unitId: string, { mergers = [], splits = [] }: Unit): ToCarryOut[] {
  return [
    ...mergers.filter(({ carriedOut }) => !carriedOut).map((merger) => stepsOfMerger(unitId, merger)),
    ...splits.filter(({ carriedOut }) => !carriedOut).map((split) => stepsOfSplit(unitId, split)),
  ]
}

/** Whether what is left to do concerns one of some units. */
export function concerns({ unitId, steps }: ToCarryOut, unitIds: readonly string[]): boolean {
  return [unitId, ...steps.map((step) => step.unitId)].some((id) => unitIds.includes(id))
}
