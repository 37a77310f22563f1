import { z } from 'zod'
import { defineEvent } from '../define-event'
import { areaPath, code, constant, holdingKind, id, level, localDate, ordinal, rank } from '../fields'

const holding = {
  seatId: id(),
  appointmentId: id(),
  bodyId: id(),
  unitId: id(),
  unitType: constant(),
  serves: level().nullable(),
  path: areaPath(),
  term: ordinal(),
  rank: rank(),
  personId: id(),
  head: constant().nullable().describe('The head that the person was on the first day; null: none.'),
  kind: holdingKind(),
}

/** A person was given a seat from a day to a day (任职，兼职，挂职; N1.1, N2.1). */
export const AppointmentMade = defineEvent({
  type: 'membership.appointment-made.v1',
  topic: 'membership.appointments',
  key: 'seatId',
  summary: { zh: '任命（任职、兼职、挂职）', en: 'A person was given a seat' },
  data: z.object({
    ...holding,
    basis: code().describe('Kind of the legal basis: election, appointment …'),
    from: localDate(),
    until: localDate(),
  }),
})

/** A holding ended on a day before its agreed end. */
export const AppointmentEnded = defineEvent({
  type: 'membership.appointment-ended.v1',
  topic: 'membership.appointments',
  key: 'seatId',
  summary: { zh: '免去职务', en: 'A holding ended before its agreed end' },
  data: z.object({
    ...holding,
    from: localDate(),
    until: localDate().describe('First day on which the seat is no longer held.'),
    reason: code(),
  }),
})
