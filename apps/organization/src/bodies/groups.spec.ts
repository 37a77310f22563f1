import { randomUUID } from 'node:crypto'
import { BodyEnded, BodyOpened, SeatCreated } from '@sizhang/contracts'
import { everywhere } from '@sizhang/service-kit/rights'
import { given } from '@sizhang/testing'
import { aBody, aSeat, aTerm, PATH } from '../testing/builders'
import { createSeat, endBody, openBody, openTerm, type BodyUnit } from './bodies.domain'

const [bodyId, unitId, seatId] = [randomUUID(), randomUUID(), randomUUID()]
const around = { heads: new Set<string>(), grants: [everywhere('CITY_ADMINISTRATOR')], today: '2026-03-31', seatsHeld: 0 }
const unit: BodyUnit = { unitType: 'TOWN', serves: 'TOWN', usualBodyKind: 'committee', path: PATH, from: '2018-06-11', until: null }
const place = { bodyId, unitId, unitType: 'TOWN', serves: 'TOWN', path: PATH } as const
const { id: _, reservedHead: __, role: ___, ...leader } = aSeat({ title: '组长', rank: 'GROUP_LEADER', byPost: '街道党工委书记' })
const open = { bodyId, unitId, kind: 'working-group', name: '试点工作领导小组', from: '2018-06-11', seats: [{ id: seatId, seat: leader }] }
const aGroup = () => openBody(open, unit, around).state

test('a leading group is opened with its name and seats and without a term: it stands until it is ended', () => {
  const { byPost: _post, title: _title, ...told } = leader
  const seat = { ...place, seatId, term: 1, termFrom: '2018-06-11', termUntil: '9999-12-31', ...told, reservedHead: null, role: null }
  given(open)
    .when(openBody, unit, around)
    .then(BodyOpened.of({ ...place, kind: 'working-group', from: '2018-06-11' }), SeatCreated.of(seat))
    .leaving({ name: '试点工作领导小组' })
  expect(aGroup().terms[0]?.seats).toMatchObject([{ title: '组长', byPost: '街道党工委书记' }])
})

test.each([
  ['no name', { name: null }, 'TEXT_TOO_SHORT', 'name'],
  ['an end', { term: { id: bodyId, until: '2020-01-01' } }, 'BODY_WITHOUT_TERMS', 'until'],
  ['a number', { term: { id: bodyId, number: 2 } }, 'BODY_WITHOUT_TERMS', 'number'],
])('one with %s is refused', (_case, said, code, field) => {
  given({ ...open, ...said })
    .when(openBody, unit, around)
    .rejects(code, { field })
})

test('it gets further seats, but no term', () => {
  const { state } = createSeat(aGroup(), { bodyId, seatId: randomUUID(), seat: { ...leader, title: '副组长' } }, around)
  expect(state.terms[0]?.seats.map(({ title }) => title)).toEqual(['组长', '副组长'])
  given(aGroup())
    .when(openTerm, { bodyId, termId: bodyId, from: '2020-01-01', until: '2025-01-01', seats: [] }, around)
    .rejects('BODY_WITHOUT_TERMS', { field: 'bodyId' })
})

describe('a group ends', () => {
  const end = { bodyId, on: '2020-12-31', paper: '锡科协发〔2020〕90号' }

  test('with its seats, on a day and by a paper', () => {
    const { state, facts } = endBody(aGroup(), end, { seatsHeld: 0 })
    expect(facts).toEqual([BodyEnded.of({ ...place, term: 1, on: '2020-12-31' })])
    expect(state).toMatchObject({ ended: { on: '2020-12-31', paper: '锡科协发〔2020〕90号' }, terms: [{ until: '2020-12-31' }] })
  })

  test('but not while a seat is held, not before it began, and not twice', () => {
    given(aGroup()).when(endBody, end, { seatsHeld: 3 }).rejects('BODY_HAS_SEATS_HELD', { field: 'on', value: '2020-12-31', count: 3 })
    given(aGroup())
      .when(endBody, { ...end, on: '2018-06-11' }, { seatsHeld: 0 })
      .rejects('BODY_ENDS_BEFORE_IT_STARTS', { field: 'on' })
    const { state: ended } = endBody(aGroup(), end, { seatsHeld: 0 })
    given(ended).when(endBody, end, { seatsHeld: 0 }).rejects('BODY_ENDED_ALREADY', { value: '2020-12-31' })
    given(ended).when(createSeat, { bodyId, seatId, seat: leader }, around).rejects('BODY_ENDED_ALREADY', { value: '2020-12-31' })
  })

  test('a committee does not end: it holds a congress', () => {
    given(aBody([aTerm()]))
      .when(endBody, end, { seatsHeld: 0 })
      .rejects('BODY_IS_PERMANENT', { field: 'bodyId' })
  })
})
