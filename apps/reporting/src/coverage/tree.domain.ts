import type { AreaCode, LocalDate } from '@sizhang/contracts'
import type { AreaCoverage } from './coverage.domain'

/** Areas covered by the units that stand under one. */
export interface CoverageBelow {
  unitAbove: string | null
  covered: number
  functioning: number
}

/** Where a unit stands in the network, on any day. */
export interface Standing {
  path: readonly AreaCode[]
  until: LocalDate | null
  /** Absent: it came into this read model before units above were kept. */
  parentId?: string | null
  /** Units above that it was moved under, by the first day. */
  moves?: Record<LocalDate, string>
  /** The unit that it was merged into when it ended. */
  successorId?: string
}

type Known = ReadonlyMap<string, Standing>

/**
 * Covered areas by the unit above the one that covers each, in the tree of a day: a unit that was merged by then is stood for by the one that went on.
 * The day of the figures is the tree of then. Each covered area is counted once, so every tree adds up to the same.
 */
export function coverageByUnitAbove(areas: readonly AreaCoverage[], standing: Known, treeOn: LocalDate): CoverageBelow[] {
  const rows = new Map<string | null, CoverageBelow>()
  for (const { unit, state, functioning } of areas) {
    if (!unit || state === 'ZONE') continue
    const unitAbove = unitAboveOn(unit.unitId, standing, treeOn)
    const row = rows.get(unitAbove) ?? { unitAbove, covered: 0, functioning: 0 }
    row.covered++
    if (functioning) row.functioning++
    rows.set(unitAbove, row)
  }
  return [...rows.values()].sort((a, b) => ((a.unitAbove ?? '~') < (b.unitAbove ?? '~') ? -1 : 1))
}

function unitAboveOn(unitId: string, standing: Known, treeOn: LocalDate): string | null {
  let unit = standing.get(unitId)
  while (unit?.successorId && unit.until !== null && unit.until <= treeOn) unit = standing.get(unit.successorId)
  const moves = Object.entries(unit?.moves ?? {}).filter(([from]) => from <= treeOn)
  return moves.sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1] ?? unit?.parentId ?? null
}
