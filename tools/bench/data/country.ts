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

/** The areas of a size, spread evenly, as lists of whole cities of at most so many rows: an import takes no more at once. */
export function* listsOf({ cities, counties, towns, villages }: Size, mostRows: number): Generator<{ csv: string; rows: number }> {
  let lines: string[] = []
  const list = () => ({ csv: `${[HEAD, ...lines].join('\n')}\n`, rows: lines.length })
  for (let city = 0; city < cities; city++) {
    const rows = rowsOfCity(city, { counties: share(counties, cities), towns: share(towns, counties), villages: share(villages, towns) })
    if (lines.length > 0 && lines.length + rows.length > mostRows) {
      yield list()
      lines = []
    }
    lines.push(...rows)
  }
  if (lines.length > 0) yield list()
}

/** Which of `parts` lie in which of `wholes`: from a first one to the one after the last. */
const share =
  (parts: number, wholes: number) =>
  (whole: number): [first: number, end: number] => [Math.floor((whole * parts) / wholes), Math.floor(((whole + 1) * parts) / wholes)]

type Share = ReturnType<typeof share>

function rowsOfCity(city: number, shares: { counties: Share; towns: Share; villages: Share }): string[] {
  const code = `${1_000 + city}00`
  const rows = [`${code},第${city}市,city,,,`]
  each(shares.counties(city), (county, atCounty) => {
    const countyCode = `${code.slice(0, 4)}${11 + atCounty}`
    rows.push(`${countyCode},第${county}县,county,${code},,`)
    each(shares.towns(county), (town, atTown) => {
      const townCode = `${countyCode}${100 + atTown}`
      rows.push(`${townCode},第${town}镇,town,${countyCode},town,`)
      each(shares.villages(town), (village, at) => rows.push(`${townCode}${200 + at},第${village}村,village,${townCode},village,`))
    })
  })
  return rows
}

function each([first, end]: [number, number], work: (part: number, place: number) => void): void {
  for (let part = first; part < end; part++) work(part, part - first)
}
