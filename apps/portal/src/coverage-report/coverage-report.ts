import type { CoverageReportQuery, TrendPointFragment } from '../graph.generated'

/** One month-end over all levels. */
export interface Month {
  on: string
  points: Record<'COUNTY' | 'TOWN' | 'VILLAGE', TrendPointFragment | undefined>
}

/** The month-ends in their order, with the point of each level. */
export function monthsOf({ countiesTrend, townsTrend, villagesTrend }: CoverageReportQuery): Month[] {
  const days = new Set([...countiesTrend, ...townsTrend, ...villagesTrend].map(({ on }) => on))
  const at = (trend: readonly TrendPointFragment[], on: string) => trend.find((point) => point.on === on)
  return [...days].sort().map((on) => ({
    on,
    points: { COUNTY: at(countiesTrend, on), TOWN: at(townsTrend, on), VILLAGE: at(villagesTrend, on) },
  }))
}

/** Covered of total, per cent to one place; null where there is no area or nothing is known. */
export function rateOf(point: TrendPointFragment | undefined): number | null {
  return point && point.total > 0 ? Math.round((1000 * point.covered) / point.total) / 10 : null
}
