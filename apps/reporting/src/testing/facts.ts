import { randomUUID } from 'node:crypto'
import {
  ActivityRecorded,
  AppointmentMade,
  AreaEstablished,
  TermOpened,
  UnitEstablished,
  type AreaCode,
  type DataOf,
} from '@sizhang/contracts'

/** From the city down to the area, as the codes themselves say it. */
export function pathOf(code: AreaCode): AreaCode[] {
  return [...new Set([`${code.slice(0, 4)}00`, code.slice(0, 6), code.slice(0, 9), code])].filter((part) => part.length <= code.length)
}

/** An area came into the list; its level and parent are read from its code. */
export function anArea(code: AreaCode, said: Partial<DataOf<typeof AreaEstablished>> = {}) {
  const path = pathOf(code)
  const level = (['CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const)[path.length - 1] ?? 'CITY'
  const kind = { CITY: null, COUNTY: null, TOWN: 'TOWN', VILLAGE: 'VILLAGE' } as const
  return AreaEstablished.of({ code, parent: path.at(-2) ?? null, level, kind: kind[level], placeholder: false, path, from: null, ...said })
}

/** The unit that a fact is about. */
export interface SomeUnit {
  unitId: string
  area: AreaCode
}

/** An association of a town came into being. */
export function aUnit({ unitId, area }: SomeUnit, said: Partial<DataOf<typeof UnitEstablished>> = {}) {
  const founded = { parentId: null, mode: 'OWN', hostId: null, from: '2018-06-11' } as const
  const place = { area, path: pathOf(area), covers: [area], serves: 'TOWN' as const }
  return UnitEstablished.of({ unitId, unitType: 'TOWN', ...place, ...founded, ...said })
}

const placeOf = ({ unitId, area }: SomeUnit) => ({ unitId, unitType: 'TOWN', serves: 'TOWN' as const, path: pathOf(area) })

/** The first term of a body of the unit runs for five years. */
export function aTerm(unit: SomeUnit, bodyId: string, said: Partial<DataOf<typeof TermOpened>> = {}) {
  return TermOpened.of({ ...placeOf(unit), bodyId, term: 1, from: '2018-06-11', until: '2023-06-11', ...said })
}

/** Somebody was given the chair in a body of the unit, for five years. */
export function aHolding(unit: SomeUnit, bodyId: string, said: Partial<DataOf<typeof AppointmentMade>> = {}) {
  const ids = { seatId: randomUUID(), appointmentId: randomUUID(), personId: randomUUID(), bodyId }
  const post = { term: 1, rank: 'CHAIR', head: null, kind: 'PART_TIME_POST', basis: 'election' } as const
  return AppointmentMade.of({ ...placeOf(unit), ...ids, ...post, from: '2018-06-11', until: '2023-06-11', ...said })
}

/** A free clinic was held by one unit, with 120 who came. */
export function anActivity(hosts: SomeUnit[], said: Partial<DataOf<typeof ActivityRecorded>> = {}) {
  const told = hosts.map(({ unitId, area }, place) => ({
    unitId,
    role: place === 0 ? ('HOST' as const) : ('CO_HOST' as const),
    path: pathOf(area),
  }))
  const [first = [], ...others] = told.map(({ path }) => path)
  const time = { on: '2026-03-05', startsAt: '2026-03-05T01:00:00Z', endsAt: '2026-03-05T04:00:00Z' }
  return ActivityRecorded.of({
    activityId: randomUUID(),
    department: 'health',
    activityType: 'free-clinic',
    packVersion: '2026.1',
    hosts: told,
    path: first.filter((code) => others.every((path) => path.includes(code))),
    place: { area: null, kind: 'community' },
    ledBy: null,
    ...time,
    figures: [{ code: 'audience', value: 120, unit: 'person-times' }],
    ...said,
  })
}
