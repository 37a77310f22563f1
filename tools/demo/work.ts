import { Chance, commandId } from './chance'
import { DEMO_TODAY, type DemoUnit } from './network'

/** An activity type as the graph describes it. */
export interface AskedType {
  code: string
  name: string
  department: string
  placeKinds: { code: string }[]
  figures: { code: string; unit: string; integer: boolean; required: boolean }[]
}

/** Somebody who may lead: the appointment, its unit, its head, and how long it is held. */
export interface DemoLeader {
  appointmentId: string
  unitKey: string
  head: string | null
  from: string
  until: string
}

const SINCE = '2023-07-01'
const DEPARTMENT_OF: Record<string, string> = {
  HOSPITAL_HEAD: 'health',
  SCHOOL_HEAD: 'education',
  AGRI_TECH_HEAD: 'agriculture',
  TECH_ENTREPRENEUR: 'enterprise',
}
/** The shapes that real reports have (domain (e)): about so many, by figure. */
const ABOUT: Record<string, number> = {
  audience: 180,
  sessions: 1,
  consultations: 120,
  'team-size': 7,
  materials: 200,
  trainees: 90,
  works: 60,
  entrants: 80,
}

/** Activities over three years: hosted by units in force, some together, most led by one of the four heads in office that day. */
export function demoActivities(
  units: readonly DemoUnit[],
  leaders: readonly DemoLeader[],
  types: readonly AskedType[],
  count: number,
  idOf: (key: string) => string,
) {
  const hosts = units.filter(({ type }) => ['COUNTY', 'TOWN', 'VILLAGE', 'RTA', 'ENTERPRISE'].includes(type))
  const byUnit = new Map<string, DemoLeader[]>()
  for (const leader of leaders) byUnit.set(leader.unitKey, [...(byUnit.get(leader.unitKey) ?? []), leader])
  const towns = hosts.filter(({ type }) => type === 'TOWN')
  return Array.from({ length: count }, (_, place) => {
    const chance = new Chance(`activity/${place}`)
    const on = chance.day(SINCE, DEMO_TODAY)
    const inForce = (unit: DemoUnit) => unit.from <= on
    const host = chance.one((chance.happens(0.6) ? towns : hosts).filter(inForce))
    const coHost = chance.happens(0.12) ? chance.one(hosts.filter(inForce)) : undefined
    const leader = chance.happens(0.75)
      ? (byUnit.get(host.key) ?? []).find((held) => held.head && held.from <= on && on < held.until)
      : undefined
    const department = leader?.head
      ? DEPARTMENT_OF[leader.head]
      : chance.one(['general', 'health', 'education', 'agriculture', 'enterprise'])
    const type = chance.one(types.filter((known) => known.department === department))
    const hour = chance.whole(8, 15)
    const input = {
      title: `${host.name.replace(/科协$|科普协会$/, '')}${type.name}`,
      type: type.code,
      hostIds: [idOf(host.key)],
      coHostIds: coHost && coHost !== host ? [idOf(coHost.key)] : [],
      ledById: leader?.appointmentId,
      place: null,
      placeKind: chance.one(type.placeKinds).code,
      areaCode: host.areaCode,
      startsAt: `${on}T${String(hour).padStart(2, '0')}:00:00+08:00`,
      endsAt: `${on}T${String(hour + chance.whole(1, 4)).padStart(2, '0')}:30:00+08:00`,
      figures: type.figures
        .filter(({ required }) => required || chance.happens(0.5))
        .map(({ code }) => ({ code, value: Math.max(1, Math.round((ABOUT[code] ?? 20) * (0.4 + 1.2 * chance.next()))) })),
    }
    return { key: `activity/${place}`, commandId: commandId('recordActivity', place), input }
  })
}
