/** How many areas of each level. */
export interface Size {
  cities: number
  counties: number
  towns: number
  villages: number
}

/** 江苏, by the number of its areas. */
export const PROVINCE: Size = { cities: 13, counties: 95, towns: 1_237, villages: 22_217 }

/** 全国, by the number of its areas below the provinces. */
export const COUNTRY: Size = { cities: 342, counties: 2_978, towns: 41_352, villages: 620_604 }

/** All areas of a size. */
export const areasIn = ({ cities, counties, towns, villages }: Size) => cities + counties + towns + villages

/** A city that both sizes have, alike. */
export const CITY = '999900'

/** A county of it, and what lies in it. */
export interface County {
  code: string
  towns: number
  /** In each town. */
  villages: number
}

export const COUNTY: County = { code: '999911', towns: 12, villages: 100 }
export const SMALL_COUNTY: County = { code: '999912', towns: 1, villages: 11 }

const numbered = (prefix: string, from: number, count: number) => Array.from({ length: count }, (_, place) => `${prefix}${from + place}`)

export const townsOf = ({ code, towns }: County) => numbered(code, 100, towns)
export const villagesOf = (town: string, { villages }: County) => numbered(town, 200, villages)

const HEAD = 'code,name,level,parent_code,kind,flag'

/** The list of the city that both sizes have. */
export function listOfBoth(): string {
  const lines = [HEAD, `${CITY},同样市,city,,,`]
  for (const county of [COUNTY, SMALL_COUNTY]) {
    lines.push(`${county.code},同样区,county,${CITY},,`)
    for (const town of townsOf(county)) {
      lines.push(`${town},同样镇,town,${county.code},town,`)
      for (const village of villagesOf(town, county)) lines.push(`${village},同样村,village,${town},village,`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** An area of a size. */
export interface Area {
  code: string
  name: string
  level: 'city' | 'county' | 'town' | 'village'
  /** Empty: it is a city. */
  parent: string
}

/** The areas of a size, spread evenly, as lists of whole cities of at most so many rows: an import takes no more at once. */
export function* listsOf(size: Size, mostRows: number): Generator<{ csv: string; rows: number }> {
  let lines: string[] = []
  const list = () => ({ csv: `${[HEAD, ...lines].join('\n')}\n`, rows: lines.length })
  for (const areas of areasByCity(size)) {
    if (lines.length > 0 && lines.length + areas.length > mostRows) {
      yield list()
      lines = []
    }
    lines.push(...areas.map(({ code, name, level, parent }) => [code, name, level, parent, KINDS[level], ''].join()))
  }
  if (lines.length > 0) yield list()
}

const KINDS = { city: '', county: '', town: 'town', village: 'village' }

/** The areas of a size, city by city, what lies above first. */
export function* areasByCity({ cities, counties, towns, villages }: Size): Generator<Area[]> {
  const shares = { counties: share(counties, cities), towns: share(towns, counties), villages: share(villages, towns) }
  for (let city = 0; city < cities; city++) yield areasOfCity(city, shares)
}

/** Which of `parts` lie in which of `wholes`: from a first one to the one after the last. */
const share =
  (parts: number, wholes: number) =>
  (whole: number): [first: number, end: number] => [Math.floor((whole * parts) / wholes), Math.floor(((whole + 1) * parts) / wholes)]

type Share = ReturnType<typeof share>

function areasOfCity(city: number, shares: { counties: Share; towns: Share; villages: Share }): Area[] {
  const code = `${1_000 + city}00`
  const areas: Area[] = [{ code, name: `第${city}市`, level: 'city', parent: '' }]
  each(shares.counties(city), (county, atCounty) => {
    const countyCode = `${code.slice(0, 4)}${11 + atCounty}`
    areas.push({ code: countyCode, name: `第${county}县`, level: 'county', parent: code })
    each(shares.towns(county), (town, atTown) => {
      const townCode = `${countyCode}${100 + atTown}`
      areas.push({ code: townCode, name: `第${town}镇`, level: 'town', parent: countyCode })
      each(shares.villages(town), (village, at) =>
        areas.push({ code: `${townCode}${200 + at}`, name: `第${village}村`, level: 'village', parent: townCode }),
      )
    })
  })
  return areas
}

function each([first, end]: [number, number], work: (part: number, place: number) => void): void {
  for (let part = first; part < end; part++) work(part, part - first)
}
