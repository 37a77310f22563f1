import { randomUUID } from 'node:crypto'
import { BodyOpened, SeatCreated, TermOpened } from '@sizhang/contracts'
import { given } from '@sizhang/testing'
import { aBody, aSeat, aTerm, PATH } from '../testing/builders'
import { byRank, createSeat, openBody, openTerm, overdueDays, termOn, type BodyUnit } from './bodies.domain'

const [bodyId, unitId, termId, seatId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const heads = new Set(['HOSPITAL_HEAD'])
const unit: BodyUnit = { unitType: 'TOWN', serves: 'TOWN', usualBodyKind: 'committee', path: PATH, from: '2018-06-11', until: '2025-01-01' }
const place = (known: ReturnType<typeof aBody>) => ({ bodyId, unitId: known.unitId, unitType: 'TOWN', serves: 'TOWN', path: PATH }) as const

describe('a unit opens a body', () => {
  const open = { bodyId, unitId, from: '2018-06-11' }

  test('of the kind that its type usually has', () => {
    const { unitType, serves, path } = unit
    given(open)
      .when(openBody, unit)
      .then(BodyOpened.of({ ...open, unitType, serves, path, kind: 'committee' }))
      .leaving({ terms: [] })
  })

  test('or of another kind of the catalogue', () => {
    expect(openBody({ ...open, kind: 'supervisors' }, unit).state.kind).toBe('supervisors')
    given({ ...open, kind: 'senate' })
      .when(openBody, unit)
      .rejects('BODY_KIND_UNKNOWN', { field: 'kind', value: 'senate' })
  })

  test.each(['2018-06-10', '2025-01-01'])('while it is in force, so not on %s', (from) => {
    given({ ...open, from })
      .when(openBody, unit)
      .rejects('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  })

  test('if there is such a unit', () => {
    given(open).when(openBody, null).rejects('UNIT_UNKNOWN', { field: 'unitId', value: unitId })
  })
})

describe('a term of a body begins', () => {
  const open = { bodyId, termId, from: '2021-06-01', until: '2026-06-01', seats: [] }

  test('with its seats, each a fact that carries the term', () => {
    const known = aBody()
    const { id: _, title: __, ...seat } = aSeat({ reservedHead: 'HOSPITAL_HEAD', places: 2 })
    const created = { ...place(known), seatId, term: 1, termFrom: open.from, termUntil: open.until, ...seat }
    given(known)
      .when(openTerm, { ...open, seats: [{ id: seatId, seat: { title: '副主席', ...seat } }] }, heads)
      .then(TermOpened.of({ ...place(known), term: 1, from: open.from, until: open.until }), SeatCreated.of(created))
  })

  test('with the number after the highest, unless one is said', () => {
    const known = aBody([aTerm({ number: 7, from: '2019-01-01', until: '2021-06-01' })])
    expect(openTerm(known, open, heads).state.terms.map(({ number }) => number)).toEqual([7, 8])
    expect(openTerm(known, { ...open, number: 3 }, heads).state.terms.map(({ number }) => number)).toEqual([7, 3])
  })

  test('on the day the one before it ends, and in the order of their days', () => {
    const later = aTerm({ number: 9, from: '2026-06-01', until: '2031-06-01' })
    const { terms } = openTerm(aBody([later]), open, heads).state
    expect(terms.map(({ from }) => from)).toEqual(['2021-06-01', '2026-06-01'])
  })

  const refused: [string, object, string, string, unknown][] = [
    ['that ends on its first day', { until: '2021-06-01' }, 'TERM_ENDS_BEFORE_IT_STARTS', 'until', '2021-06-01'],
    ['that ends before it starts', { until: '2021-05-31' }, 'TERM_ENDS_BEFORE_IT_STARTS', 'until', '2021-05-31'],
    ['before the body', { from: '2018-06-10' }, 'TERM_BEFORE_BODY', 'from', '2018-06-10'],
    ['numbered 0', { number: 0 }, 'TERM_NUMBER_OUT_OF_RANGE', 'number', 0],
    ['numbered 1000', { number: 1000 }, 'TERM_NUMBER_OUT_OF_RANGE', 'number', 1000],
    ['whose number is taken', { number: 3, from: '2026-06-01', until: '2030-01-01' }, 'TERM_NUMBER_TAKEN', 'number', 3],
    ['within another', { from: '2022-01-01', until: '2023-01-01' }, 'TERM_OVERLAPS', 'from', '2022-01-01'],
    ['one day of which is another’s', { from: '2026-05-31', until: '2031-01-01' }, 'TERM_OVERLAPS', 'from', '2026-05-31'],
  ]

  test.each(refused)('but none %s', (_, said, code, field, value) => {
    given(aBody([aTerm()]))
      .when(openTerm, { ...open, ...said }, heads)
      .rejects(code, { field, value })
  })

  test('on the first day of the body, with any number up to 999', () => {
    expect(openTerm(aBody(), { ...open, from: '2018-06-11', number: 999 }, heads).state.terms[0]).toMatchObject({ number: 999 })
  })

  test('and the term that it would overlap is named with its days', () => {
    given(aBody([aTerm()]))
      .when(openTerm, { ...open, from: '2022-01-01', number: 4 }, heads)
      .rejects('TERM_OVERLAPS', { number: 3, from: '2021-06-01', until: '2026-06-01' })
  })

  test('and a wrong seat is named by its place', () => {
    const [good, bad] = [aSeat(), aSeat({ places: 0 })]
    const seats = [good, bad].map(({ id, ...seat }) => ({ id, seat }))
    given(aBody())
      .when(openTerm, { ...open, seats }, heads)
      .rejects('SEAT_PLACES_OUT_OF_RANGE', { field: 'seats.1.places', value: 0 })
  })
})

describe('a further seat is added to a term', () => {
  const { id: _, ...wish } = aSeat()
  const create = (seat: object, term = 3) => ({ bodyId, seatId, term, seat: { ...wish, ...seat } })

  test('with one place unless more are said', () => {
    const known = aBody([aTerm({ seats: [aSeat()] })])
    const { title: __, ...seat } = wish
    given(known)
      .when(createSeat, create({ places: undefined }), heads)
      .then(SeatCreated.of({ ...place(known), seatId, term: 3, termFrom: '2021-06-01', termUntil: '2026-06-01', ...seat, places: 1 }))
    expect(createSeat(known, create({ kinds: ['SECONDMENT', 'SECONDMENT'] }), heads).state.terms[0]?.seats[1]?.kinds).toEqual([
      'SECONDMENT',
    ])
  })

  test('and to no other term, with up to 200 places', () => {
    const known = aBody([aTerm(), aTerm({ number: 4, from: '2026-06-01', until: '2031-06-01' })])
    const { terms } = createSeat(known, create({ places: 200 }, 4), heads).state
    expect(terms.map(({ seats }) => seats.length)).toEqual([0, 1])
  })

  const refused: [string, object, string, string][] = [
    ['without a title', { title: '' }, 'TEXT_TOO_SHORT', 'seat.title'],
    ['for no kind of post', { kinds: [] }, 'SEAT_KINDS_MISSING', 'seat.kinds'],
    ['with no place', { places: 0 }, 'SEAT_PLACES_OUT_OF_RANGE', 'seat.places'],
    ['with 201 places', { places: 201 }, 'SEAT_PLACES_OUT_OF_RANGE', 'seat.places'],
    ['reserved for a head that no department knows', { reservedHead: 'MAYOR' }, 'HEAD_UNKNOWN', 'seat.reservedHead'],
  ]

  test.each(refused)('but none %s', (__, said, code, field) => {
    given(aBody([aTerm()]))
      .when(createSeat, create(said), heads)
      .rejects(code, { field })
  })

  test('but not to a term that there is not', () => {
    given(aBody([aTerm()]))
      .when(createSeat, create({}, 4), heads)
      .rejects('TERM_UNKNOWN', { field: 'term', value: 4 })
  })
})

test('a term runs from its first day to the day before its end', () => {
  const term = aTerm()
  const known = aBody([term])
  expect(['2021-05-31', '2021-06-01', '2026-05-31', '2026-06-01'].map((day) => termOn(known, day))).toEqual([
    undefined,
    term,
    term,
    undefined,
  ])
})

test('a term is overdue from its end until a later one begins', () => {
  const [term, next] = [aTerm(), aTerm({ number: 4, from: '2026-07-01', until: '2031-07-01' })]
  const days = (body: ReturnType<typeof aBody>) =>
    ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map((day) => overdueDays(body, term, day))
  expect(days(aBody([term]))).toEqual([0, 0, 29, 30])
  expect(days(aBody([term, next]))).toEqual([0, 0, 29, 0])
  expect(overdueDays(aBody([term, aTerm({ number: 4, from: term.until, until: '2031-06-01' })]), term, '2026-07-01')).toBe(0)
})

test('seats are read out by rank, then as they were created', () => {
  const [a, b, chair] = [aSeat(), aSeat(), aSeat({ rank: 'CHAIR' })]
  expect(byRank([a, b, chair])).toEqual([chair, a, b])
})
