import { daysBetween } from '../date/days'
import type { AreaKind, BlankSpotsPageQuery } from '../graph.generated'

/** An area without an association on the day looked at. */
export interface BlankSpot {
  code: string
  name: string
  kind: AreaKind | null
  county: string | null
  town: string | null
  /** Blank since this day; null: not known. */
  since: string | null
  /** Days blank up to the day looked at. */
  days: number | null
}

/** The blank ones of the grid, by code, with where they lie and for how long they have been blank. */
export function blankSpots(grid: BlankSpotsPageQuery['coverageGrid'], day: string): BlankSpot[] {
  return grid
    .filter(({ state }) => state === 'BLANK')
    .map(({ at, area, since }) => {
      const above = (level: string) => area?.path.find((it) => it.level === level && it.code !== area.code)?.name ?? null
      return {
        code: at?.code ?? '',
        name: area?.name ?? '—',
        kind: area?.kind ?? null,
        county: above('COUNTY'),
        town: above('TOWN'),
        since,
        days: since === null ? null : daysBetween(since, day),
      }
    })
}
