import { randomUUID } from 'node:crypto'
import { BodyOpened, SeatCreated, TermEndedEarly, TermOpened } from '@sizhang/contracts'
import { everywhere, type Grant } from '@sizhang/service-kit/rights'
import { given } from '@sizhang/testing'
import { aBody, aSeat, aTerm, PATH } from '../testing/builders'
import { createSeat, openBody, openTerm, type BodyUnit } from './bodies.domain'
import { byRank, type SeatSurroundings } from './seats.domain'

const [bodyId, unitId, termId, seatId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const around: SeatSurroundings & { seatsHeld: number } = {
  seatsHeld: 0,
  heads: new Set(['HOSPITAL_HEAD']),
  grants: [everywhere('CITY_ADMINISTRATOR')],
  today: '2026-03-31',
}
const unit: BodyUnit = { unitType: 'TOWN', serves: 'TOWN', usualBodyKind: 'committee', path: PATH, from: '2018-06-11', until: '2025-01-01' }
const place = (known: ReturnType<typeof aBody>) => ({ bodyId, unitId: known.unitId, unitType: 'TOWN', serves: 'TOWN', path: PATH }) as const

describe('a unit opens a body', () => {
  const open = { bodyId, unitId, from: '2018-06-11', seats: [] }
  const { unitType, serves, path } = unit
  const opened = (kind: string) => BodyOpened.of({ bodyId, unitId, from: '2018-06-11', unitType, serves, path, kind })

  test('of the kind that its type usually has', () => {
    given(open).when(openBody, unit, around).then(opened('committee')).leaving({ terms: [] })
  })

  test('or of another kind that its type may have', () => {
    expect(openBody({ ...open, kind: 'congress' }, unit, around).state.kind).toBe('congress')
    given({ ...open, kind: 'senate' })
      .when(openBody, unit, around)
      .rejects('BODY_KIND_UNKNOWN', { field: 'kind', value: 'senate' })
    given({ ...open, kind: 'supervisors' })
      .when(openBody, unit, around)
      .rejects('BODY_KIND_NOT_FOR_TYPE', { field: 'kind', unitType })
  })

  test('with its first term and seats in one step, five years long unless another end is said', () => {
    const { id: _, ...seat } = aSeat()
    const term = { id: termId }
    const { state, facts } = openBody({ ...open, term, seats: [{ id: seatId, seat }] }, unit, around)
    expect(state.terms).toMatchObject([{ id: termId, number: 1, from: '2018-06-11', until: '2023-06-11', seats: [{ id: seatId }] }])
    expect(facts.map((fact) => fact.type)).toEqual([BodyOpened, TermOpened, SeatCreated].map(({ type }) => type))
    expect(openBody({ ...open, term: { ...term, number: 4, until: '2021-06-11' } }, unit, around).state.terms).toMatchObject([
      { number: 4, until: '2021-06-11' },
    ])
  })

  test('that has no name of its own, unless it is a group', () => {
    given({ ...open, name: '第一委员会' })
      .when(openBody, unit, around)
      .rejects('BODY_NAMED_BY_KIND', { field: 'name' })
  })

  test.each(['2018-06-10', '2025-01-01'])('while it is in force, so not on %s', (from) => {
    given({ ...open, from })
      .when(openBody, unit, around)
      .rejects('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  })

  test('if there is such a unit', () => {
    given(open).when(openBody, null, around).rejects('UNIT_UNKNOWN', { field: 'unitId', value: unitId })
  })
})

describe('a term of a body begins', () => {
  const open = { bodyId, termId, from: '2021-06-01', until: '2026-06-01', seats: [] }

  test('with its seats, each a fact that carries the term', () => {
    const known = aBody()
    const { id: _, title: __, ...seat } = aSeat({ reservedHead: 'HOSPITAL_HEAD', places: 2 })
    const created = { ...place(known), seatId, term: 1, termFrom: open.from, termUntil: open.until, ...seat }
    given(known)
      .when(openTerm, { ...open, seats: [{ id: seatId, seat: { title: '副主席', ...seat } }] }, around)
      .then(TermOpened.of({ ...place(known), term: 1, from: open.from, until: open.until }), SeatCreated.of(created))
  })

  test('with the number after the highest, unless one is said', () => {
    const known = aBody([aTerm({ number: 7, from: '2019-01-01', until: '2021-06-01' })])
    expect(openTerm(known, open, around).state.terms.map(({ number }) => number)).toEqual([7, 8])
    expect(openTerm(known, { ...open, number: 3 }, around).state.terms.map(({ number }) => number)).toEqual([7, 3])
  })

  test('on the day the one before it ends, and in the order of their days', () => {
    const later = aTerm({ number: 9, from: '2026-06-01', until: '2031-06-01' })
    const { terms } = openTerm(aBody([later]), open, around).state
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
      .when(openTerm, { ...open, ...said }, around)
      .rejects(code, { field, value })
  })

  test('on the first day of the body, with any number up to 999', () => {
    expect(openTerm(aBody(), { ...open, from: '2018-06-11', number: 999 }, around).state.terms[0]).toMatchObject({ number: 999 })
  })

  test('and the term that it would overlap is named with its days', () => {
    given(aBody([aTerm()]))
      .when(openTerm, { ...open, from: '2022-01-01', number: 4 }, around)
      .rejects('TERM_OVERLAPS', { number: 3, from: '2021-06-01', until: '2026-06-01' })
  })

  describe('early, by a paper', () => {
    const running = aTerm({ seats: [aSeat()] })
    const early = { ...open, from: '2025-03-01', until: '2030-03-01', earlyPaper: '锡委发〔2025〕3号' }

    test('and the running one ends on that day, which stays known with the day agreed', () => {
      const known = aBody([running])
      given(known)
        .when(openTerm, early, around)
        .then(
          TermEndedEarly.of({ ...place(known), term: 3, from: running.from, until: '2025-03-01' }),
          TermOpened.of({ ...place(known), term: 4, from: '2025-03-01', until: '2030-03-01' }),
        )
      expect(openTerm(known, early, around).state.terms[0]).toEqual({
        ...running,
        until: '2025-03-01',
        endedEarly: { agreed: '2026-06-01', paper: '锡委发〔2025〕3号' },
      })
    })

    test('but not while its seats are held on that day', () => {
      given(aBody([running]))
        .when(openTerm, early, { ...around, seatsHeld: 2 })
        .rejects('TERM_HAS_SEATS_HELD', { field: 'from', value: '2025-03-01', number: 3, count: 2 })
    })

    test.each(['2021-06-01', '2026-06-01', '2027-01-01'])('nor on %s, when none runs that began before', (from) => {
      given(aBody([running]))
        .when(openTerm, { ...early, from }, around)
        .rejects('CONGRESS_NOT_EARLY', { field: 'earlyPaper', value: from })
    })

    test('nor over a term that comes after it', () => {
      const next = aTerm({ number: 4, from: '2026-06-01', until: '2031-06-01' })
      given(aBody([running, next]))
        .when(openTerm, { ...early, number: 5 }, around)
        .rejects('TERM_OVERLAPS', { number: 4 })
    })
  })

  test('and a wrong seat is named by its place', () => {
    const [good, bad] = [aSeat(), aSeat({ places: 0 })]
    const seats = [good, bad].map(({ id, ...seat }) => ({ id, seat }))
    given(aBody())
      .when(openTerm, { ...open, seats }, around)
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
      .when(createSeat, create({ places: undefined }), around)
      .then(SeatCreated.of({ ...place(known), seatId, term: 3, termFrom: '2021-06-01', termUntil: '2026-06-01', ...seat, places: 1 }))
    expect(createSeat(known, create({ kinds: ['SECONDMENT', 'SECONDMENT'] }), around).state.terms[0]?.seats[1]?.kinds).toEqual([
      'SECONDMENT',
    ])
  })

  test('and to no other term, with up to 200 places', () => {
    const known = aBody([aTerm(), aTerm({ number: 4, from: '2026-06-01', until: '2031-06-01' })])
    const { terms } = createSeat(known, create({ places: 200 }, 4), around).state
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
      .when(createSeat, create(said), around)
      .rejects(code, { field })
  })

  test('but not to a term that there is not', () => {
    given(aBody([aTerm()]))
      .when(createSeat, create({}, 4), around)
      .rejects('TERM_UNKNOWN', { field: 'term', value: 4 })
  })
})

test('seats are read out by rank, then as they were created', () => {
  const [a, b, chair] = [aSeat(), aSeat(), aSeat({ rank: 'CHAIR' })]
  expect(byRank([a, b, chair])).toEqual([chair, a, b])
})

describe('a seat that gives a role', () => {
  const wish = { title: '秘书长', rank: 'SECRETARY_GENERAL', kinds: ['PART_TIME_POST'] } as const
  const creating = (role: string) => ({ bodyId, seatId, term: 3, seat: { ...wish, kinds: [...wish.kinds], role } })
  const secretaryOf = (code: string): Grant => ({
    role: 'COUNTY_SECRETARY',
    within: { kind: 'AREA', code },
    from: '2024-01-01',
    until: null,
  })
  const by = (grant: Grant) => ({ ...around, grants: [grant] })

  test('says so in its fact', () => {
    const { facts } = createSeat(aBody([aTerm()]), creating('TOWN_SECRETARY'), by(secretaryOf('320205')))
    expect(facts[0]?.data).toMatchObject({ seatId, role: 'TOWN_SECRETARY' })
  })

  test.each([
    ['by who could not grant it', 'TOWN_SECRETARY', secretaryOf('320206'), 'GRANT_BEYOND_OWN'],
    ['of a role for the whole city', 'CITY_ADMINISTRATOR', everywhere('CITY_ADMINISTRATOR'), 'JURISDICTION_NOT_FOR_ROLE'],
    ['of a role that is not known', 'KING', everywhere('CITY_ADMINISTRATOR'), 'ROLE_UNKNOWN'],
  ] as const)('is not created %s', (_, role, grant, code) => {
    given(aBody([aTerm()]))
      .when(createSeat, creating(role), by(grant))
      .rejects(code, { field: 'seat.role', value: role })
  })

  test('is not opened with a term by who could not grant it', () => {
    const opening = {
      bodyId,
      termId,
      from: '2021-06-01',
      until: '2026-06-01',
      seats: [{ id: seatId, seat: creating('TOWN_SECRETARY').seat }],
    }
    given(aBody())
      .when(openTerm, opening, by(secretaryOf('320206')))
      .rejects('GRANT_BEYOND_OWN', { field: 'seats.0.role', value: 'TOWN_SECRETARY' })
  })
})
