import type { CategoryChoiceFragment } from '../graph.generated'

/** The categories that may be chosen: those of the reader's departments that fit the type of the unit. */
export function categoriesFor(categories: readonly CategoryChoiceFragment[], unitType: string | undefined): CategoryChoiceFragment[] {
  return categories.filter(({ mayDesignate, unitTypes }) => mayDesignate && (unitType === undefined || unitTypes.includes(unitType)))
}

/** The category that goes without saying: the only one that fits. */
export function usualCategory(fitting: readonly CategoryChoiceFragment[]): string | null {
  return fitting.length === 1 ? (fitting[0]?.code ?? null) : null
}
