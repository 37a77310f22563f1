import { parse } from 'csv-parse/sync'
import { Chance, commandId } from './chance'

/** The day on which the demo city stands still. */
export const DEMO_TODAY = '2026-06-30'
/** The day of the notice: from here the pilot units are in force. */
export const NOTICE_DAY = '2018-06-11'

/** The notice's number: by it pilots and their leading group stand. */
export const NOTICE_PAPER = '锡科协发〔2018〕61号'

/** A row of the list of areas. */
export interface AreaLine {
  code: string
  name: string
  level: 'city' | 'county' | 'town' | 'village'
  parent_code: string
  kind: string
  flag: string
}

/** A unit of the demo city. `key` names it within the demo. */
export interface DemoUnit {
  key: string
  name: string
  type: string
  areaCode: string | null
  alsoCovers?: string[]
  mode?: string
  parentKey: string | null
  /** The unit that hosts it, where it is hosted. */
  hostKey?: string
  from: string
  /** Of a pilot of the notice: its category in the list. */
  pilot?: string
}

interface PilotLine {
  category: string
  unit: string
  host_area_code: string
}

const PILOT_TYPES: Record<string, string> = {
  county: 'COUNTY',
  district: 'COUNTY',
  town: 'TOWN',
  subdistrict: 'TOWN',
  enterprise: 'ENTERPRISE',
  school: 'SCHOOL',
  hospital: 'HOSPITAL',
  village: 'GROUP',
  community: 'VILLAGE',
  development_zone: 'PARK',
  park: 'PARK',
  farmers_association: 'RTA',
}
const CITY = '320200'

/** The key of the city association. */
export const CITY_UNIT = 'city'

/** Reads a list with a header. */
export function linesOf<Line>(csv: string): Line[] {
  return parse(csv, { columns: true, skip_empty_lines: true })
}

/**
 * The units of the demo city: the notice's pilots from its day on; after that associations for about two thirds of the towns and
 * half the villages, some founded jointly; firms', park and farmers' associations. A unit stands under its area's association
 * where that was founded before, else under none.
 */
export function demoUnits(areas: readonly AreaLine[], pilots: readonly PilotLine[]): DemoUnit[] {
  const units: DemoUnit[] = [unit(CITY_UNIT, '无锡市科协', 'CITY', CITY, null, '2016-01-01')]
  for (const pilot of pilots)
    units.push({
      ...unit(`pilot/${pilot.unit}`, pilot.unit, PILOT_TYPES[pilot.category] ?? 'GROUP', pilot.host_area_code || null, null, NOTICE_DAY),
      pilot: pilot.category,
    })
  const covering = new Map(
    units.filter(({ type }) => ['COUNTY', 'TOWN', 'VILLAGE'].includes(type)).map((known) => [known.areaCode ?? '', known]),
  )
  const found = (area: AreaLine, type: string, suffix: string, days: [string, string]) => {
    const chance = new Chance(`found/${area.code}`)
    const founded = unit(`area/${area.code}`, `${area.name}${suffix}`, type, area.code, null, chance.day(...days))
    covering.set(area.code, founded)
    units.push(founded)
  }
  for (const area of areas) {
    const chance = new Chance(`covered/${area.code}`)
    if (area.flag === 'placeholder' || area.kind === 'quasi' || covering.has(area.code)) continue
    if (area.level === 'county') found(area, 'COUNTY', '科协', ['2018-09-01', '2019-03-31'])
    if (area.level === 'town' && chance.happens(0.65)) found(area, 'TOWN', '科协', ['2019-01-10', '2023-06-30'])
    if (area.level === 'village' && chance.happens(0.5)) found(area, 'VILLAGE', '科普协会', ['2019-06-01', '2025-12-31'])
  }
  for (const area of areas.filter(({ level, kind }) => level === 'town' && kind !== 'quasi')) units.push(...special(area))
  joinNeighbours(areas, covering)
  for (const known of units) known.parentKey = parentOf(known, areas, covering)
  for (const known of units.filter(({ key }) => key.startsWith('firms/'))) chooseMode(known)
  return units
}

/** Firms' associations of towns are founded in all four modes; one that stands under the town's may be hosted by it. */
function chooseMode(firms: DemoUnit): void {
  const chance = new Chance(`mode/${firms.key}`)
  if (firms.parentKey && chance.happens(0.25)) Object.assign(firms, { mode: 'HOSTED', hostKey: firms.parentKey })
  else firms.mode = chance.one(['JOINT_BY_AREA', 'JOINT_BY_AREA', 'BY_INDUSTRY', 'OWN'])
}

function unit(key: string, name: string, type: string, areaCode: string | null, parentKey: string | null, from: string): DemoUnit {
  return { key, name, type, areaCode, parentKey, from }
}

function special(area: AreaLine): DemoUnit[] {
  const chance = new Chance(`special/${area.code}`)
  const made = (kind: string, name: string, type: string) =>
    unit(`${kind}/${area.code}`, `${area.name}${name}`, type, area.code, null, chance.day('2019-06-01', '2025-06-30'))
  const list: DemoUnit[] = []
  if (chance.happens(0.35)) list.push(made('firms', '企业科协', 'ENTERPRISE'))
  if (chance.happens(0.3)) list.push(made('farmers', '农技协', 'RTA'))
  if (chance.happens(0.08)) list.push(made('park', '科技园科协', 'PARK'))
  return list
}

/** About one village association in fifteen also covers a blank neighbour. */
function joinNeighbours(areas: readonly AreaLine[], covering: ReadonlyMap<string, DemoUnit>): void {
  for (const [place, area] of areas.entries()) {
    const next = areas[place + 1]
    const founded = covering.get(area.code)
    if (area.level !== 'village' || !founded || !next || next.parent_code !== area.parent_code) continue
    if (next.flag === 'placeholder' || covering.has(next.code) || !new Chance(`joint/${area.code}`).happens(0.13)) continue
    if (founded.pilot) continue
    founded.alsoCovers = [next.code]
    founded.mode = 'JOINT_BY_AREA'
  }
}

function parentOf(known: DemoUnit, areas: readonly AreaLine[], covering: ReadonlyMap<string, DemoUnit>): string | null {
  if (known.type === 'COUNTY') return CITY_UNIT
  const area = areas.find(({ code }) => code === known.areaCode)
  if (!area || !['TOWN', 'VILLAGE', 'ENTERPRISE', 'RTA', 'PARK'].includes(known.type)) return null
  const own = known.type === 'ENTERPRISE' || known.type === 'RTA' ? covering.get(area.code) : undefined
  const above = own ?? covering.get(area.parent_code)
  const allowed = above && above.key !== known.key && above.from <= known.from && above.type !== 'VILLAGE'
  return allowed && !(known.type === 'PARK' && above.type !== 'COUNTY') ? above.key : null
}

/** The command that establishes a unit. */
export function establishUnitOf(demo: DemoUnit, idOf: (key: string) => string) {
  const { key, name, type, areaCode, alsoCovers, mode, parentKey, hostKey, from } = demo
  const input = {
    ...{ name, type, areaCode, alsoCovers, mode: mode ?? 'OWN', from },
    parentId: parentKey && idOf(parentKey),
    ...(hostKey ? { hostId: idOf(hostKey) } : {}),
  }
  return { key, commandId: commandId('establishUnit', key), input }
}
