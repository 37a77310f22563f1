import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@sizhang/contracts'
import { everywhere } from '@sizhang/service-kit/rights'
import { given } from '@sizhang/testing'
import { appointmentMade, aSeat, held } from '../testing/builders'
import {
  knownSeat,
  makeAppointment,
  placesLeft,
  vacantSeat,
  type AppointmentSurroundings,
  type Holding,
  type MakeAppointment,
  type Seat,
} from './appointments.domain'

const [appointmentId, li] = [randomUUID(), randomUUID()]

const leadsHospital = {
  homeJobs: [
    {
      employerId: 'hospital',
      title: 'hospital-head',
      department: 'health',
      packVersion: '2026.1',
      head: 'HOSPITAL_HEAD',
      countsAt: ['COUNTY', 'TOWN'] as const,
      path: [],
      from: '2020-01-01',
      until: '2023-01-01',
    },
  ],
}

const around = (seat: Seat, part: Partial<AppointmentSurroundings> = {}): AppointmentSurroundings => {
  const by = { grants: [everywhere('CITY_ADMINISTRATOR')], today: '2026-03-31' }
  return { seat, unit: { from: '2018-06-11' }, person: { homeJobs: [] }, reservedFor: null, ...by, ...part }
}

const forLi = (from: LocalDate, until?: LocalDate, part: Partial<MakeAppointment> = {}): MakeAppointment => ({
  id: appointmentId,
  personId: li,
  kind: 'PART_TIME_POST',
  basis: 'ELECTION',
  from,
  ...(until ? { until } : {}),
  ...part,
})

const holdings = (seat: Seat, ...holdingsBefore: Holding[]) => ({ ...vacantSeat(seat), held: holdingsBefore })

const made = (seat: Seat, { from, until, ...part }: Partial<Holding> & { from: LocalDate; until: LocalDate }) =>
  appointmentMade(seat, held(from, until, { id: appointmentId, personId: li, ...part }))

describe('a person is given a seat', () => {
  test('until the end of the term when no other day is said', () => {
    const seat = aSeat()
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01'), around(seat))
      .then(made(seat, { from: '2022-01-01', until: '2026-06-01' }))
      .leaving({ held: [held('2022-01-01', '2026-06-01', { id: appointmentId, personId: li })] })
  })

  test('and the fact says which head the person was on the first day, whatever follows', () => {
    const seat = aSeat()
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-12-31'), around(seat, { person: leadsHospital }))
      .then(made(seat, { from: '2022-12-31', until: '2026-06-01', head: 'HOSPITAL_HEAD' }))
  })

  test('the number of the paper stays with membership', () => {
    const seat = aSeat()
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01', undefined, { basis: 'APPOINTMENT', paper: ' 锡科协发〔2022〕1号 ' }), around(seat))
      .then(made(seat, { from: '2022-01-01', until: '2026-06-01', basis: 'APPOINTMENT' }))
      .leaving({ held: [expect.objectContaining({ paper: '锡科协发〔2022〕1号' })] })
  })

  test('and whoever held it before is not forgotten', () => {
    const seat = aSeat()
    const before = held('2021-06-01', '2021-12-01')
    given(holdings(seat, before))
      .when(makeAppointment, forLi('2022-01-01'), around(seat))
      .then(made(seat, { from: '2022-01-01', until: '2026-06-01' }))
      .leaving({ held: [before, expect.objectContaining({ personId: li })] })
  })

  test('not under a paper of more than 60 signs', () => {
    const seat = aSeat()
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01', undefined, { paper: '号'.repeat(61) }), around(seat))
      .rejects('TEXT_TOO_LONG', { field: 'paper' })
  })

  test('only a seat that is known', () => {
    const details = { field: 'seatId', value: 'no seat' }
    expect(() => knownSeat('no seat', null)).toThrow(expect.objectContaining({ code: 'SEAT_UNKNOWN', details }))
    expect(knownSeat('a seat', aSeat())).toMatchObject({ places: 1 })
  })

  test('only a person who is known', () => {
    const seat = aSeat()
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01'), around(seat, { person: null }))
      .rejects('PERSON_UNKNOWN', { field: 'personId', value: li })
  })

  test.each([
    ['on the first day', '2022-01-01'],
    ['before it', '2021-12-31'],
  ])('never with an end %s', (_, until) => {
    const seat = aSeat()
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01', until), around(seat))
      .rejects('APPOINTMENT_ENDS_BEFORE_IT_STARTS', { field: 'until', value: until, from: '2022-01-01' })
  })
})

describe('a seat is held in the ways that it allows', () => {
  test('a seat for secondments is not given as a part-time post', () => {
    const seat = aSeat({ kinds: ['FULL_TIME_OFFICE', 'SECONDMENT'] })
    given(holdings(seat)).when(makeAppointment, forLi('2022-01-01'), around(seat)).rejects('HOLDING_KIND_NOT_ALLOWED', {
      field: 'kind',
      value: 'PART_TIME_POST',
      kind: '兼职 part-time post',
      allowed: '任职 full-time office、挂职 secondment',
    })
  })
})

describe('a seat has so many places and is never overfilled, on any day', () => {
  test('a seat with one place is not given to a second person for the same day', () => {
    const seat = aSeat()
    given(holdings(seat, held('2021-06-01', '2024-01-01')))
      .when(makeAppointment, forLi('2023-12-31'), around(seat))
      .rejects('SEAT_FULL', { field: 'seatId', places: 1, taken: 1 })
  })

  test('the next one may begin on the day on which the one before ends', () => {
    const seat = aSeat()
    given(holdings(seat, held('2021-06-01', '2024-01-01')))
      .when(makeAppointment, forLi('2024-01-01'), around(seat))
      .then(made(seat, { from: '2024-01-01', until: '2026-06-01' }))
  })

  test('two who follow one another take one of two places', () => {
    const seat = aSeat({ places: 2 })
    given(holdings(seat, held('2021-06-01', '2023-01-01'), held('2023-01-01', '2026-06-01')))
      .when(makeAppointment, forLi('2021-06-01'), around(seat))
      .then(made(seat, { from: '2021-06-01', until: '2026-06-01' }))
  })

  test('two who meet on a single day take two of two places', () => {
    const seat = aSeat({ places: 2 })
    given(holdings(seat, held('2021-06-01', '2023-01-02'), held('2023-01-01', '2026-06-01')))
      .when(makeAppointment, forLi('2021-06-01'), around(seat))
      .rejects('SEAT_FULL', { places: 2, taken: 2 })
  })

  test('one who comes later takes a place of one who would stay until then', () => {
    const seat = aSeat()
    given(holdings(seat, held('2024-01-01', '2026-06-01')))
      .when(makeAppointment, forLi('2022-01-01', '2024-01-02'), around(seat))
      .rejects('SEAT_FULL')
  })

  test('an appointment ended on its first day was never held', () => {
    const seat = aSeat()
    given(holdings(seat, held('2022-06-01', '2022-06-01', { personId: li, endReason: 'RESIGNATION' })))
      .when(makeAppointment, forLi('2022-01-01'), around(seat))
      .then(made(seat, { from: '2022-01-01', until: '2026-06-01' }))
  })

  test('the places left are those that nobody holds on any day of the interval', () => {
    const seat = aSeat({ places: 3 })
    const left = (from: LocalDate, until: LocalDate | null) =>
      placesLeft(holdings(seat, held('2022-01-01', '2023-01-01'), held('2022-06-01', '2024-01-01')), seat, { from, until })
    expect(left('2021-01-01', '2025-01-01')).toBe(1)
    expect(left('2022-01-01', '2022-06-01')).toBe(2)
    expect(left('2023-01-01', null)).toBe(2)
    expect(left('2024-01-01', null)).toBe(3)
  })
})

describe('nobody holds one seat twice at once', () => {
  test('though it has a place left', () => {
    const seat = aSeat({ places: 2 })
    given(holdings(seat, held('2021-06-01', '2024-01-01', { personId: li })))
      .when(makeAppointment, forLi('2023-12-31'), around(seat))
      .rejects('SEAT_HELD_BY_SAME_PERSON', { field: 'personId', from: '2021-06-01', until: '2024-01-01' })
  })

  test('but again after a time', () => {
    const seat = aSeat()
    given(holdings(seat, held('2021-06-01', '2024-01-01', { personId: li })))
      .when(makeAppointment, forLi('2024-01-01'), around(seat))
      .then(made(seat, { from: '2024-01-01', until: '2026-06-01' }))
  })
})

describe('a reserved seat is given to such a head alone, as on the first day', () => {
  const seat = aSeat({ reservedHead: 'HOSPITAL_HEAD' })
  const surroundings = around(seat, { person: leadsHospital, reservedFor: '医院院长' })

  test('who leads a hospital on the first day gets it for the whole term', () => {
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-12-31'), surroundings)
      .then(made(seat, { from: '2022-12-31', until: '2026-06-01', head: 'HOSPITAL_HEAD' }))
  })

  test('who led one until the day before does not', () => {
    given(holdings(seat))
      .when(makeAppointment, forLi('2023-01-01'), surroundings)
      .rejects('RESERVED_HEAD_NOT_MET', { field: 'personId', value: '2023-01-01', reserved: 'HOSPITAL_HEAD', reservedFor: '医院院长' })
  })

  test('the head of a school does not', () => {
    const seat = aSeat({ reservedHead: 'SCHOOL_HEAD' })
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01'), { ...surroundings, seat })
      .rejects('RESERVED_HEAD_NOT_MET')
  })

  test('in a village’s association a county hospital’s head does not count', () => {
    const seat = aSeat({ reservedHead: 'HOSPITAL_HEAD', serves: 'VILLAGE' })
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01'), { ...surroundings, seat })
      .rejects('RESERVED_HEAD_NOT_MET')
  })
})

describe('full office and part-time post stay inside the term, a secondment is not bound to it', () => {
  const seat = aSeat()

  test.each(['FULL_TIME_OFFICE', 'PART_TIME_POST'] as const)('%s: the whole term', (kind) => {
    given(holdings(seat))
      .when(makeAppointment, forLi('2021-06-01', '2026-06-01', { kind }), around(seat))
      .then(made(seat, { from: '2021-06-01', until: '2026-06-01', kind }))
  })

  test.each([
    ['FULL_TIME_OFFICE', 'before it begins', '2021-05-31', '2022-01-01', 'from'],
    ['FULL_TIME_OFFICE', 'after it has ended', '2022-01-01', '2026-06-02', 'until'],
    ['PART_TIME_POST', 'before it begins', '2021-05-31', '2022-01-01', 'from'],
    ['PART_TIME_POST', 'from the day on which it has ended', '2026-06-01', '2026-07-01', 'from'],
    ['PART_TIME_POST', 'after it has ended', '2022-01-01', '2026-06-02', 'until'],
  ] as const)('%s: not %s', (kind, _, from, until, field) => {
    given(holdings(seat))
      .when(makeAppointment, forLi(from, until, { kind }), around(seat))
      .rejects('APPOINTMENT_OUTSIDE_TERM', {
        field,
        value: field === 'from' ? from : until,
        termFrom: '2021-06-01',
        termUntil: '2026-06-01',
      })
  })

  test('a part-time post without an end is told of the term when it starts after it', () => {
    given(holdings(seat)).when(makeAppointment, forLi('2026-07-01'), around(seat)).rejects('APPOINTMENT_OUTSIDE_TERM', { field: 'from' })
  })

  test.each([
    ['before the term', '2020-01-01', '2021-01-01'],
    ['over the end of the term', '2026-01-01', '2027-01-01'],
    ['after the term', '2027-01-01', '2028-01-01'],
  ])('a secondment: %s', (_, from, until) => {
    given(holdings(seat))
      .when(makeAppointment, forLi(from, until, { kind: 'SECONDMENT' }), around(seat))
      .then(made(seat, { from, until, kind: 'SECONDMENT' }))
  })
})

describe('no seat is held while its unit does not exist', () => {
  const seat = aSeat()
  const secondment = { kind: 'SECONDMENT' } as const

  test('not before the unit was established', () => {
    given(holdings(seat))
      .when(makeAppointment, forLi('2018-06-10', '2019-06-10', secondment), around(seat))
      .rejects('UNIT_NOT_IN_FORCE', { field: 'from', value: '2018-06-10' })
  })

  test('not beyond the day on which it is dissolved', () => {
    const dissolved = around(seat, { unit: { from: '2018-06-11', dissolvedOn: '2025-01-01' } })
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01', '2025-01-02'), dissolved)
      .rejects('UNIT_NOT_IN_FORCE', { field: 'until', value: '2025-01-02' })
    given(holdings(seat))
      .when(makeAppointment, forLi('2022-01-01', '2025-01-01'), dissolved)
      .then(made(seat, { from: '2022-01-01', until: '2025-01-01' }))
  })

  test('from the day on which it was established', () => {
    given(holdings(seat))
      .when(makeAppointment, forLi('2018-06-11', '2019-06-10', secondment), around(seat))
      .then(made(seat, { from: '2018-06-11', until: '2019-06-10', ...secondment }))
  })
})
