import { Chance, commandId } from './chance'
import { DEMO_TODAY, type DemoUnit } from './network'

interface SeatPlan {
  title: string
  rank: string
  kinds: string[]
  places: number
  reservedHead?: string
}

/** A term of the demo: which body it belongs to, and its days. */
export interface DemoTerm {
  key: string
  unit: DemoUnit
  number: number
  from: string
  until: string
}

const OFFICE = ['FULL_TIME_OFFICE', 'PART_TIME_POST']
const BESIDE = ['PART_TIME_POST', 'SECONDMENT']
const HEADS = [
  ['医院', 'HOSPITAL_HEAD'],
  ['学校', 'SCHOOL_HEAD'],
  ['农技', 'AGRI_TECH_HEAD'],
  ['企业', 'TECH_ENTREPRENEUR'],
] as const

function seat(title: string, rank: string, kinds: string[], places = 1, reservedHead?: string): SeatPlan {
  return { title, rank, kinds, places, ...(reservedHead ? { reservedHead } : {}) }
}

/** The usual seats by type of unit (domain (c): 2 vice-chairs, 4 standing members, 8 members in a county; 4 vice-chairs, one a head, in a street). */
function seatsOf(type: string): SeatPlan[] {
  if (type === 'COUNTY' || type === 'CITY')
    return [
      seat('主席', 'CHAIR', OFFICE),
      seat('副主席（四长）', 'VICE_CHAIR', BESIDE, 2),
      seat('秘书长', 'SECRETARY_GENERAL', OFFICE),
      seat('常委', 'STANDING_COMMITTEE_MEMBER', BESIDE, 4),
      seat('委员', 'COMMITTEE_MEMBER', BESIDE, 8),
    ]
  if (type === 'TOWN')
    return [
      seat('主席', 'CHAIR', OFFICE),
      ...HEADS.map(([word, head]) => seat(`副主席（${word}）`, 'VICE_CHAIR', BESIDE, 1, head)),
      seat('秘书长', 'SECRETARY_GENERAL', OFFICE),
    ]
  if (type === 'VILLAGE') return [seat('组长', 'CHAIR', OFFICE), seat('工作队员', 'TEAM_MEMBER', BESIDE, 2)]
  return [seat('主席', 'CHAIR', OFFICE), seat('秘书长', 'SECRETARY_GENERAL', OFFICE)]
}

/** Every unit but the pilots without an area of their own opens its body on the day it was founded. */
export function openBodyOf(unit: DemoUnit, idOf: (key: string) => string) {
  return { key: unit.key, commandId: commandId('openBody', unit.key), input: { unitId: idOf(unit.key), from: unit.from } }
}

/** Terms of five years, one after the other; about one body in four has not opened the next one in time. */
export function termsOf(unit: DemoUnit): DemoTerm[] {
  const terms: DemoTerm[] = []
  for (let from = unit.from, number = 1; from < DEMO_TODAY; number++) {
    const until = `${Number(from.slice(0, 4)) + 5}${from.slice(4).replace('-02-29', '-02-28')}`
    terms.push({ key: `${unit.key}#${number}`, unit, number, from, until })
    if (until < DEMO_TODAY && new Chance(`overdue/${unit.key}/${number}`).happens(0.25)) break
    from = until
  }
  return terms
}

/** The command that opens a term with the usual seats. */
export function openTermOf({ key, unit, number, from, until }: DemoTerm, bodyIdOf: (key: string) => string) {
  const input = { bodyId: bodyIdOf(unit.key), number, from, until, seats: seatsOf(unit.type) }
  return { key, commandId: commandId('openTerm', key), input }
}
