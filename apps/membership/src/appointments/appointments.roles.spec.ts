import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit/rights'
import { given } from '@sizhang/testing'
import { appointmentMade, aSeat, held } from '../testing/builders'
import { makeAppointment, vacantSeat, type AppointmentSurroundings } from './appointments.domain'

const [id, personId] = [randomUUID(), randomUUID()]
const seat = aSeat({ role: 'TOWN_SECRETARY' })
const asked = { id, personId, kind: 'PART_TIME_POST', basis: 'ELECTION', from: '2022-01-01' } as const
const by = (grant: Grant): AppointmentSurroundings => {
  const unit = { from: '2018-06-11' }
  return { seat, unit, person: { homeJobs: [] }, reservedFor: null, grants: [grant], today: '2026-03-31' }
}
const secretaryOf = (code: string, until: LocalDate | null = null): Grant => {
  return { role: 'TOWN_SECRETARY', within: { kind: 'AREA', code }, from: '2021-01-01', until }
}

test('a seat that gives a role is given by who could grant it', () => {
  given(vacantSeat(seat))
    .when(makeAppointment, asked, by(secretaryOf('320205001')))
    .then(appointmentMade(seat, held('2022-01-01', '2026-06-01', { id, personId })))
})

test('whoever created a seat that lets others in does not give it himself, where that takes two; one that only sees he does', () => {
  const own = { ...by(secretaryOf('320205001')), isOfOne: true }
  given(vacantSeat(seat)).when(makeAppointment, asked, own).rejects('SEAT_GIVES_ROLE_OF_TWO', { field: 'seatId', value: 'TOWN_SECRETARY' })
  const seeing = aSeat({ role: 'SEAT_HOLDER' })
  given(vacantSeat(seeing))
    .when(makeAppointment, asked, { ...own, seat: seeing })
    .then(appointmentMade(seeing, held('2022-01-01', '2026-06-01', { id, personId })))
})

test.each([
  ['by a secretary of the next street', secretaryOf('320205002')],
  ['by one whose own right ends before', secretaryOf('320205001', '2026-05-31')],
  ['by a clerk of the unit', { ...secretaryOf(''), role: 'UNIT_CLERK', within: { kind: 'UNIT', id: seat.unitId } } as Grant],
])('it is not given %s', (_, grant) => {
  given(vacantSeat(seat)).when(makeAppointment, asked, by(grant)).rejects('GRANT_BEYOND_OWN', { field: 'seatId', value: 'TOWN_SECRETARY' })
})
