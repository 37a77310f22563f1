const COUNTIES = 10
const TOWNS = 10
const VILLAGES = 100

/** Areas in the list of a city. */
export const ROWS_OF_CITY = 1 + COUNTIES * (1 + TOWNS * (1 + VILLAGES))

/** A list as the statistics office has it: a city whose codes begin so, with counties, towns and villages. */
export function listOfCity(prefix: string): string {
  const city = `${prefix}00`
  const lines = ['code,name,level,parent_code,kind,flag', `${city},第${prefix}市,city,,,`]
  for (let county = 0; county < COUNTIES; county++) {
    const countyCode = `${prefix}${11 + county}`
    lines.push(`${countyCode},第${county}区,county,${city},,`)
    for (let town = 0; town < TOWNS; town++) {
      const townCode = `${countyCode}${100 + town}`
      lines.push(`${townCode},第${town}镇,town,${countyCode},town,`)
      for (let village = 0; village < VILLAGES; village++)
        lines.push(`${townCode}${200 + village},第${village}村,village,${townCode},village,`)
    }
  }
  return `${lines.join('\n')}\n`
}
