import { randomUUID } from 'node:crypto'
import { AppointmentEnded, type LocalDate } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { appointmentMade, aSeat, held } from '../testing/builders'
import { endAppointment, makeAppointment, vacantSeat, type Holding } from './appointments.domain'

const appointmentId = randomUUID()
const seat = aSeat()
const holdings = (...before: Holding[]) => ({ ...vacantSeat(seat), held: before })
const earlier = held('2021-06-01', '2022-01-01')
const running = held('2022-01-01', '2026-06-01', { id: appointmentId, head: 'HOSPITAL_HEAD' })
const ended = (until: LocalDate, reason: string) => {
  const { basis: _, ...holding } = appointmentMade(seat, running).data
  return AppointmentEnded.of({ ...holding, until, reason })
}

test('a seat that nobody has held yet has no holdings', () => {
  expect(vacantSeat(seat).held).toEqual([])
})

describe('an appointment is ended once, within its time', () => {
  test.each([
    ['within it', '2024-03-01'],
    ['on its first day', '2022-01-01'],
    ['on its agreed end, for the record of the reason', '2026-06-01'],
  ])('%s', (_, on) => {
    given(holdings(earlier, running))
      .when(endAppointment, { appointmentId, on, reason: 'SECONDMENT_OVER' })
      .then(ended(on, 'secondment-over'))
      .leaving({ held: [earlier, expect.objectContaining({ until: on, endReason: 'SECONDMENT_OVER' })] })
  })

  test.each([
    ['before its first day', '2021-12-31'],
    ['after its agreed end', '2026-06-02'],
  ])('not %s', (_, on) => {
    given(holdings(earlier, running))
      .when(endAppointment, { appointmentId, on, reason: 'RECALL' })
      .rejects('APPOINTMENT_END_OUTSIDE_IT', { field: 'on', value: on, from: '2022-01-01', until: '2026-06-01' })
  })

  test('not a second time', () => {
    given(holdings({ ...running, until: '2024-03-01', endReason: 'RECALL' }))
      .when(endAppointment, { appointmentId, on: '2024-02-01', reason: 'RESIGNATION' })
      .rejects('APPOINTMENT_ENDED_ALREADY', { field: 'appointmentId', value: '2024-03-01' })
  })

  test('not one that the seat does not know', () => {
    given(holdings())
      .when(endAppointment, { appointmentId, on: '2024-02-01', reason: 'RECALL' })
      .rejects('NOT_FOUND', { field: 'appointmentId', value: appointmentId })
  })

  test('its place is free again from that day', () => {
    const next = held('2024-03-01', '2026-06-01')
    given(holdings({ ...running, until: '2024-03-01', endReason: 'RECALL' }))
      .when(makeAppointment, next, { seat, unit: null, person: { homeJobs: [] }, reservedFor: null, grants: [], today: '2026-03-31' })
      .then(appointmentMade(seat, next))
  })
})
