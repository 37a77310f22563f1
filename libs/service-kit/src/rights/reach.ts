import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { inForce } from '../rules'
import type { Grant } from './grant'
import { lets } from './roles'
import { verbs, type Verb } from './verbs'

/** How far somebody's right to one thing reaches on one day. */
export interface Reach {
  everywhere: boolean
  areas: readonly AreaCode[]
  units: readonly string[]
}

/** Where the records of a kind say they lie: the field with their areas from the city down, and the one with their unit. Dotted, as a database has it. */
export interface Place {
  areas: string
  unit?: string
}

/** How far grants reach on a day, for one verb. */
export function reachOf(grants: readonly Grant[], verb: Verb, on: LocalDate): Reach {
  const areas = new Set<AreaCode>()
  const units = new Set<string>()
  for (const grant of grants) {
    if (!lets(grant, verb) || !inForce(grant, on)) continue
    const { within } = grant
    if (within.kind === 'EVERYWHERE') return { everywhere: true, areas: [], units: [] }
    if (within.kind === 'AREA') areas.add(within.code)
    else units.add(within.id)
  }
  return { everywhere: false, areas: [...areas], units: [...units] }
}

/** What grants let do on a day, somewhere. */
export function verbsOn(grants: readonly Grant[], on: LocalDate): Verb[] {
  return (Object.keys(verbs) as Verb[]).filter((verb) => !isNowhere(reachOf(grants, verb, on)))
}

/** Whether it reaches nowhere: the right is not there at all. */
export function isNowhere({ everywhere, areas, units }: Reach): boolean {
  return !everywhere && areas.length === 0 && units.length === 0
}

/** The database filter for the records within reach; null: all of them. */
export function withinReach({ everywhere, areas, units }: Reach, place: Place): Record<string, unknown> | null {
  if (everywhere) return null
  const byArea = { [place.areas]: { $in: areas } }
  return place.unit && units.length > 0 ? { $or: [byArea, { [place.unit]: { $in: units } }] } : byArea
}

/** Whether a record lies within reach: the same as the filter, for a record in hand. */
export function isWithinReach({ everywhere, areas, units }: Reach, place: Place, record: object): boolean {
  if (everywhere) return true
  const lies = (field: string, roots: readonly string[]) => valuesAt(record, field).some((value) => roots.includes(value))
  return lies(place.areas, areas) || (place.unit !== undefined && lies(place.unit, units))
}

/** The texts at a dotted field, through lists, as a database finds them. */
function valuesAt(record: object, field: string): string[] {
  const values = field
    .split('.')
    .reduce<unknown[]>((found, name) => found.flatMap((value) => (isObject(value) ? [value[name]].flat() : [])), [record])
  return values.filter((value) => typeof value === 'string')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
