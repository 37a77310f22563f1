import { Chance } from '../../../demo/chance'
import type { Rig } from '../../rig/rig'
import { change, type Change, codeOf, PAPER, unitIn } from './commands'
import { establish } from './rivals'

const CLERKS = 8
const COUNTIES = 3
const FIRMS = 24
const DAY_MS = 86_400_000
/** The changes go on in time, some of them for days before others: so many a day, and so many days apart at most. */
const CHANGES_A_DAY = 4
const DAYS_APART = 30
const BEGINNING = Date.parse('2020-01-01')

const dayAt = (days: number) => new Date(BEGINNING + days * DAY_MS).toISOString().slice(0, 10)

/** What the clerks know of, most of it from what they were told. */
interface Known {
  counties: string[]
  towns: string[]
  firms: string[]
  areas: readonly string[]
  /** The area of each town's association, and those that it covers besides. */
  areaOf: Map<string, string>
  further: Map<string, string[]>
}

/** How it went. */
export interface Went {
  /** The last day for which something was changed. */
  until: string
  accepted: number
  /** How often each refusal was given. */
  refused: Map<string, number>
}

/** What happens when all is there that the clerks begin with, and when half of the changes are made. */
interface Meanwhile {
  founded: () => Promise<void>
  inTheMiddle: () => Promise<void>
}

/** Eight clerks found, move, merge, split and dissolve units of one part of the city at once, so many changes in all. */
export async function clerksAtOnce(rig: Rig, changes: number, { founded, inTheMiddle }: Meanwhile): Promise<Went> {
  const known = await beginning(rig)
  await founded()
  const went: Went = { until: dayAt(Math.ceil(changes / CHANGES_A_DAY) + DAYS_APART), accepted: 0, refused: new Map() }
  let begun = 0
  let disturbed: Promise<void> | undefined
  const clerk = async (chance: Chance) => {
    while (begun < changes) {
      begun += 1
      if (begun === Math.floor(changes / 2)) disturbed = inTheMiddle()
      const on = dayAt(Math.floor(begun / CHANGES_A_DAY) + chance.whole(0, DAYS_APART))
      const wanted = drawn(known, chance, on)
      const answer = await change(rig, wanted)
      const code = codeOf(answer)
      if (code) went.refused.set(code, (went.refused.get(code) ?? 0) + 1)
      else {
        went.accepted += 1
        learn(known, wanted, unitIn(answer) ?? '')
      }
    }
  }
  await Promise.all(Array.from({ length: CLERKS }, (_, place) => clerk(new Chance(`network/${rig.options.seed}/${place}`))))
  await disturbed
  return went
}

async function beginning(rig: Rig): Promise<Known> {
  const county = rig.city.towns[0]?.slice(0, 6) ?? ''
  const areas = rig.city.towns.filter((code) => code.startsWith(county))
  const units = rig.city.units.slice(0, areas.length)
  const counties: string[] = []
  while (counties.length < COUNTIES) counties.push(await establish(rig, { name: '某区科协', type: 'COUNTY', areaCode: county }))
  const firms: string[] = []
  while (firms.length < FIRMS)
    firms.push(await establish(rig, { name: '丙企业科协', type: 'ENTERPRISE', parentId: units[firms.length % units.length] }))
  const areaOf = new Map(units.map((unit, place) => [unit, areas[place] ?? '']))
  return { counties, towns: units, firms, areas, areaOf, further: new Map() }
}

function drawn({ counties, towns, firms, areas, further }: Known, chance: Chance, on: string): Change {
  const lot = chance.next()
  if (lot < 0.3)
    return { name: 'moveUnit', input: { unitId: chance.one(firms), parentId: chance.one([...towns, ...counties]), on, paper: PAPER } }
  if (lot < 0.5) return { name: 'moveUnit', input: { unitId: chance.one(towns), parentId: chance.one(counties), on, paper: PAPER } }
  if (lot < 0.65) return { name: 'mergeUnits', input: { unitId: chance.one(towns), predecessorIds: [chance.one(towns)], on, paper: PAPER } }
  const joint = [...further].filter(([, codes]) => codes.length > 0)
  if (lot < 0.72 && joint.length > 0) {
    const [unitId, codes] = chance.one(joint)
    return { name: 'splitUnit', input: { unitId, into: [{ unitId: chance.one(towns), areaCodes: [chance.one(codes)] }], on, paper: PAPER } }
  }
  if (lot < 0.8) return { name: 'dissolveUnit', input: { unitId: chance.one([...firms, ...counties]), on, reason: '撤销' } }
  if (lot < 0.87)
    return { name: 'establishUnit', input: { name: '新建企业科协', type: 'ENTERPRISE', parentId: chance.one(towns), from: on } }
  const town = { name: '新建街道科协', type: 'TOWN', areaCode: chance.one(areas), parentId: chance.one(counties), from: on }
  return { name: 'establishUnit', input: town }
}

/** What ended is left alone from now on; what is new takes part; areas go where they were handed over. */
function learn(known: Known, { name, input }: Change, unitId: string): void {
  const { areaOf, further } = known
  const covers = (id: string) => [areaOf.get(id) ?? '', ...(further.get(id) ?? [])]
  const gains = (id: string, codes: readonly string[]) =>
    further.set(
      id,
      [...new Set([...(further.get(id) ?? []), ...codes])].filter((code) => code !== areaOf.get(id)),
    )
  if (name === 'establishUnit') {
    known[input['type'] === 'TOWN' ? 'towns' : 'firms'].push(unitId)
    if (input['type'] === 'TOWN') areaOf.set(unitId, String(input['areaCode']))
  }
  if (name === 'mergeUnits') {
    const [gone = ''] = input['predecessorIds'] as string[]
    known.towns = known.towns.filter((id) => id !== gone)
    gains(unitId, covers(gone))
    further.delete(gone)
  }
  if (name === 'splitUnit') {
    const [into] = input['into'] as { unitId: string; areaCodes: string[] }[]
    gains(into?.unitId ?? '', into?.areaCodes ?? [])
    further.set(
      unitId,
      (further.get(unitId) ?? []).filter((code) => !into?.areaCodes.includes(code)),
    )
  }
  if (name === 'dissolveUnit') known.firms = known.firms.filter((id) => id !== unitId)
}
