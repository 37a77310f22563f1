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
  /** Areas that it handed over, by the first day, and who took over. */
  gave?: Record<AreaCode, Record<LocalDate, string>>
}

type Known = ReadonlyMap<string, Standing>

/** The units that went on for one when it was merged, or took over areas of it. */
export function successorsOf({ successorId, gave = {} }: Standing): string[] {
  return [...(successorId ? [successorId] : []), ...Object.values(gave).flatMap((days) => Object.values(days))]
}

/**
 * Covered areas by the unit above the one that covers each, in the tree of a day: a unit that was merged by then is stood for by the one that went on,
 * and one that handed the area over by the one that took over. The day of the figures is the tree of then. Each covered area is counted once, so every
 * tree adds up to the same.
 */
export function coverageByUnitAbove(
  areas: readonly AreaCoverage[],
  standing: Known,
  { on, treeOn }: { on: LocalDate; treeOn: LocalDate },
): CoverageBelow[] {
  const rows = new Map<string | null, CoverageBelow>()
  for (const { code, unit, state, functioning } of areas) {
    if (!unit || state === 'ZONE') continue
    const unitAbove = unitAboveOn(standsForOn({ ...unit, code: unit.covered ?? code }, standing, { on, treeOn }), treeOn)
    const row = rows.get(unitAbove) ?? { unitAbove, covered: 0, functioning: 0 }
    row.covered++
    if (functioning) row.functioning++
    rows.set(unitAbove, row)
  }
  return [...rows.values()].sort((a, b) => ((a.unitAbove ?? '~') < (b.unitAbove ?? '~') ? -1 : 1))
}

/** Who stands in the tree of a day for a unit that covers an area on another one: step by step in the order of days, as an area may come back. */
function standsForOn(
  { unitId, code }: { unitId: string; code: AreaCode },
  standing: Known,
  { on, treeOn }: { on: LocalDate; treeOn: LocalDate },
): Standing | undefined {
  const passed = new Set<string>()
  let [id, day] = [unitId, on]
  for (;;) {
    const unit = standing.get(id)
    const next = unit && nextStep(unit, code, day)
    if (!next || next.day > treeOn || passed.has(`${id} ${next.day}`)) return unit
    passed.add(`${id} ${next.day}`)
    ;({ id, day } = next)
  }
}

/** The first day, from a day on, on which an area of a unit goes over to another one. */
function nextStep({ until, successorId, gave }: Standing, code: AreaCode, from: LocalDate): { id: string; day: LocalDate } | undefined {
  const merged = successorId && until !== null ? [{ id: successorId, day: until }] : []
  const given = Object.entries(gave?.[code] ?? {}).map(([day, id]) => ({ id, day }))
  return [...given, ...merged].filter(({ day }) => day >= from).sort((one, other) => (one.day <= other.day ? -1 : 1))[0]
}

function unitAboveOn(unit: Standing | undefined, treeOn: LocalDate): string | null {
  const moves = Object.entries(unit?.moves ?? {}).filter(([from]) => from <= treeOn)
  return moves.sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1] ?? unit?.parentId ?? null
}
