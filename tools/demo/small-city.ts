import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const COUNTY = '320281'
const TOWNS = 6

/** Writes the lists of a small part of the demo city into a folder: the city, one county, its first towns and their villages. */
export function writeSmallCity(folder: string): void {
  const [header, ...lines] = read('wuxi-areas.csv')
  const towns = lines.map(codeOf).filter((code) => code.length === 9 && code.startsWith(COUNTY))
  const kept = new Set(['320200', COUNTY, ...towns.slice(0, TOWNS)])
  const areas = lines.filter((line) => kept.has(codeOf(line)) || kept.has(codeOf(line).slice(0, 9)))
  const [pilotHeader, ...pilots] = read('pilot-units.csv')
  const known = new Set(areas.map(codeOf))
  const within = pilots.filter((line) => known.has(line.split(',')[2] ?? ''))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'wuxi-areas.csv'), [header, ...areas, ''].join('\n'))
  writeFileSync(join(folder, 'pilot-units.csv'), [pilotHeader, ...within, ''].join('\n'))
}

const read = (name: string) =>
  readFileSync(join('tools/demo/data', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

const codeOf = (line: string) => line.split(',')[0] ?? ''
