import {
  AppointmentMade,
  AreaEstablished,
  UnitDissolved,
  UnitEstablished,
  UnitRevived,
  type AreaCode,
  type Fact,
  type LocalDate,
} from '@sizhang/contracts'
import { randomUUID } from 'node:crypto'

/** Organization's fact that a street stands in the list. */
export function areaEstablished(path: AreaCode[]): Fact {
  const [code = '', parent = null] = [path.at(-1), path.at(-2)]
  return AreaEstablished.of({ code, level: 'TOWN', kind: 'STREET', placeholder: false, parent, path, from: null })
}

/** Organization's fact that a street's association is in force since 2018-06-11. */
export function unitEstablished(unitId: string, path: AreaCode[]): Fact {
  const area = path.at(-1) ?? null
  const place = { area, path, covers: area ? [area] : [], parentId: null, mode: 'OWN', hostId: null } as const
  return UnitEstablished.of({ unitId, unitType: 'TOWN', serves: 'TOWN', ...place, from: '2018-06-11' })
}

/** Organization's fact that the association ended. */
export function unitDissolved(unitId: string, path: AreaCode[], on: LocalDate): Fact {
  return UnitDissolved.of({ unitId, unitType: 'TOWN', area: path.at(-1) ?? null, path, on })
}

/** Organization's fact that the end of the association was taken back. */
export function unitRevived(unitId: string, path: AreaCode[], on: LocalDate): Fact {
  return UnitRevived.of({ unitId, unitType: 'TOWN', area: path.at(-1) ?? null, path, on })
}

/** Membership's fact that a hospital's head got a seat in the association. */
export function appointmentMade(appointmentId: string, unitId: string, from: LocalDate, until: LocalDate) {
  const ids = { seatId: randomUUID(), appointmentId, bodyId: randomUUID(), unitId, personId: randomUUID(), head: 'HOSPITAL_HEAD' }
  const place = { unitType: 'TOWN', serves: 'TOWN', path: ['320200'], term: 1, rank: 'VICE_CHAIR', kind: 'PART_TIME_POST' } as const
  return AppointmentMade.of({ ...ids, ...place, path: [...place.path], basis: 'election', from, until })
}
