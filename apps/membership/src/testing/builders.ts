import { randomUUID } from 'node:crypto'
import {
  AppointmentMade,
  AreaEstablished,
  EmployerRegistered,
  SeatCreated,
  UnitEstablished,
  type DataOf,
  type Fact,
  type LocalDate,
} from '@sizhang/contracts'
import type { Holding, Seat } from '../appointments/appointments.domain'

/** A street of the city, from the city down. */
export const PATH = ['320200', '320205', '320205001']

/** A vice-chair's seat in the committee of a street's association, with one place, in the term of 2021 to 2026. */
export function aSeat(said: Partial<Seat> = {}): Seat {
  return {
    seatId: randomUUID(),
    bodyId: randomUUID(),
    unitId: randomUUID(),
    unitType: 'TOWN',
    serves: 'TOWN',
    path: PATH,
    term: 3,
    termFrom: '2021-06-01',
    termUntil: '2026-06-01',
    rank: 'VICE_CHAIR',
    kinds: ['FULL_TIME_OFFICE', 'PART_TIME_POST', 'SECONDMENT'],
    places: 1,
    reservedHead: null,
    ...said,
  }
}

/** Somebody's part-time post, from a day to a day. */
export function held(from: LocalDate, until: LocalDate, said: Partial<Holding> = {}): Holding {
  const holder = { id: randomUUID(), personId: randomUUID(), kind: 'PART_TIME_POST', head: null } as const
  return { ...holder, basis: 'ELECTION', paper: null, from, until, endReason: null, ...said }
}

/** Organization's fact that an area is known, by its areas from the city down, itself included. */
export function areaEstablished(path: readonly string[]): Fact {
  const [code = '', parent = null] = [path.at(-1), path.at(-2)]
  return AreaEstablished.of({ code, parent, level: 'TOWN', kind: 'STREET', placeholder: false, path: [...path], from: null })
}

/** Organization's fact that a seat was created. */
export function seatCreated(seat: Seat): Fact {
  return SeatCreated.of({ ...seat, kinds: [...seat.kinds] })
}

/** Organization's fact that the unit of a seat is in force since 2018-06-11. */
export function unitEstablished({ unitId, unitType, serves, path }: Seat, said: Partial<DataOf<typeof UnitEstablished>> = {}): Fact {
  const area = path.at(-1) ?? null
  const place = { area, path, covers: area ? [area] : [], parentId: null, mode: 'OWN', hostId: null } as const
  return UnitEstablished.of({ unitId, unitType, serves, ...place, from: '2018-06-11', ...said })
}

/** Organization's fact that a hospital of the street is known. */
export function hospitalRegistered(employerId: string, said: Partial<DataOf<typeof EmployerRegistered>> = {}): Fact {
  const place = { level: 'TOWN', area: PATH.at(-1) ?? '', path: PATH } as const
  return EmployerRegistered.of({ employerId, kind: 'hospital', ...place, from: '2015-01-01', ...said })
}

/** The fact that a seat was given as the holding says. */
export function appointmentMade(seat: Seat, holding: Holding): Fact<string, DataOf<typeof AppointmentMade>> {
  const { seatId, bodyId, unitId, unitType, serves, path, term, rank } = seat
  const { id: appointmentId, personId, head, kind, basis, from, until } = holding
  const place = { seatId, bodyId, unitId, unitType, serves, path, term, rank }
  return AppointmentMade.of({ ...place, appointmentId, personId, head, kind, basis: basis.toLowerCase(), from, until })
}
