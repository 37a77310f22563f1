import { areasByCity, type Area, type Size } from './country'

/** 全国的基层组织: how many units are imported where the areas are the country's; a smaller size has as many for its areas. */
const UNITS_OF_COUNTRY = 250_000
const AREAS_OF_COUNTRY = 665_276

const HEAD = 'name,type,area,also_covers,parent,mode,host,from'
const FROM = '2019-01-01'

/** How many units a size has. */
export const unitsIn = (areas: number) => Math.round((UNITS_OF_COUNTRY * areas) / AREAS_OF_COUNTRY)

/**
 * The units of a size as lists of whole cities of at most so many rows: an association for each city, county and town, and for as many of the
 * villages as are left, spread evenly. Each stands under the one of the area above by its name, as a clerk would write it.
 */
export function* unitListsOf(size: Size, mostRows: number): Generator<{ csv: string; rows: number }> {
  const { cities, counties, towns, villages } = size
  const inVillages = unitsIn(cities + counties + towns + villages) - cities - counties - towns
  let village = 0
  /** Every so many-th village has one. */
  const isFounded = ({ level }: Area) => level !== 'village' || share(++village) > share(village - 1)
  const share = (place: number) => Math.floor((place * inVillages) / villages)
  let lines: string[] = []
  const list = () => ({ csv: `${[HEAD, ...lines].join('\n')}\n`, rows: lines.length })
  for (const areas of areasByCity(size)) {
    const names = new Map(areas.map(({ code, name }) => [code, `${name}科协`]))
    const rows = fromTheTop(areas.filter(isFounded)).map(({ code, name, level, parent }) =>
      [`${name}科协`, level.toUpperCase(), code, '', names.get(parent) ?? '', '', '', FROM].join(),
    )
    if (lines.length > 0 && lines.length + rows.length > mostRows) {
      yield list()
      lines = []
    }
    lines.push(...rows)
  }
  if (lines.length > 0) yield list()
}

const LEVELS = ['city', 'county', 'town', 'village']

/** What stands above comes first. */
const fromTheTop = (areas: readonly Area[]) => [...areas].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
