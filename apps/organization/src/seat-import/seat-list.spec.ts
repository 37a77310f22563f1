import { given } from '@sizhang/testing'
import { v5 as uuidv5 } from 'uuid'
import { openBody, type Body } from '../bodies/bodies.domain'
import { codesByName } from '../list-import/cells.domain'
import { aBody, aSeat, aTerm, aUnit } from '../testing/builders'
import { aGroupSeatRow, aSeatRow } from '../testing/list-rows'
import { SeatList, type SeatsKnown } from './seat-list.domain'
import type { SeatRow } from './seat-rows.domain'
import { seatWords } from './seat-words.domain'
import { takeSeats } from './taken-seats.domain'

const UNIT = 'b8a0f8a2-7a49-4f0c-8b9c-0d6a2b1f0a01'
const [BODY, OTHER] = ['5f0a8d6e-2b7c-4a39-9d10-6f1f7c9e8b02', '6a1b9e7f-3c8d-4b4a-8e21-7a2a8d0f9c03']
const unit = { _id: UNIT, ...aUnit() }
const heads = codesByName([
  { code: 'HOSPITAL_HEAD', names: ['医院院长', 'Hospital head'] },
  { code: 'SCHOOL_HEAD', names: ['中小学校长', 'School head'] },
])
const surroundings = { heads: new Set(['HOSPITAL_HEAD', 'SCHOOL_HEAD']), grants: [], today: '2026-03-31' }
const kept = (said: Partial<Body> = {}, id = BODY) => ({ _id: id, ...aBody([], said), unitId: UNIT })
const chair = aSeat({ title: '主席', rank: 'CHAIR', kinds: ['FULL_TIME_OFFICE'] })
const committee = (...seats: Parameters<typeof aSeat>[0][]) =>
  kept({ terms: [aTerm({ seats: [chair, ...seats.map((seat) => aSeat(seat))] })] })

function checked(rows: SeatRow[], known: Partial<SeatsKnown> = {}) {
  const words = seatWords('zh', (code) => code)
  const all = { units: [unit], bodies: [], heads, mayChange: () => true, surroundings, words, ...known }
  const list = new SeatList(all, (key) => uuidv5(key, uuidv5.URL))
  for (const [place, row] of rows.entries()) list.take({ ...row, line: place + 2 })
  return list.checked
}
const problems = (rows: SeatRow[], known: Partial<SeatsKnown> = {}) =>
  checked(rows, known).problems.map(({ line, refusal: { code, details } }) => [line, details.field, code])
const withBody = (...bodies: SeatsKnown['bodies']) => ({ bodies })

test('the first row that names a body opens it, and its term; the others add their seats', () => {
  const vice = { title: '副主席', rank: '副会长', kinds: '兼职、挂职' }
  const rows = [
    aSeatRow(),
    aSeatRow({ opened: '', ...vice, places: '１名', reserved_head: '医院院长' }),
    aSeatRow({ opened: '', ...vice, kinds: 'PART_TIME_POST; Secondment', reserved_head: 'School head' }),
    aSeatRow({ term: '第4届', from: '2026/6/1', until: '2031年6月1日' }),
  ]
  const { fresh, problems: wrong } = checked(rows)
  expect(wrong).toEqual([])
  expect(fresh.map(({ opensBody, opensTerm }) => [opensBody, opensTerm])).toEqual([
    [true, true],
    [false, false],
    [false, false],
    [false, true],
  ])
  expect(fresh[1]?.asked).toMatchObject({
    ...{ unitId: UNIT, kind: 'committee', name: null, opened: '2018-06-11', term: { number: 3, from: '2021-06-01', until: '2026-06-01' } },
    seat: { title: '副主席', rank: 'VICE_CHAIR', kinds: ['PART_TIME_POST', 'SECONDMENT'], places: 1, reservedHead: 'HOSPITAL_HEAD' },
  })
  expect(new Set(fresh.map(({ asked }) => asked.bodyId)).size).toBe(1)
})

test('what the rows of a body ask for is one decision: the same facts, in the order in which the commands would tell them', () => {
  const [first, ...others] = checked([aSeatRow(), aSeatRow({ title: '秘书长', rank: '秘书长' })]).fresh.map(({ asked }) => asked)
  if (!first) throw new Error('nothing is asked')
  const bodyUnit = { ...unit, serves: 'TOWN' as const, usualBodyKind: 'committee' }
  const { state, facts } = takeSeats(null, [first, ...others], bodyUnit, surroundings)
  expect(facts.map(({ type }) => type.split('.')[1])).toEqual(['body-opened', 'term-opened', 'seat-created', 'seat-created'])
  expect(takeSeats(state, [first, ...others], bodyUnit, surroundings)).toEqual({ state, facts: [] })
  const longer = { ...first, term: first.term && { ...first.term, until: '2027-06-01' } }
  given(state).when(takeSeats, [longer], bodyUnit, surroundings).rejects('TERM_NUMBER_TAKEN')
  const larger = { ...first, seat: { ...first.seat, places: 2 } }
  given(state).when(takeSeats, [larger], bodyUnit, surroundings).rejects('SEAT_KEPT_OTHERWISE', { value: 2, registered: 1 })
  const term = { id: 'term', number: 3, until: '2026-06-01' }
  const { state: asCommanded } = openBody({ bodyId: BODY, unitId: UNIT, from: '2021-06-01', term, seats: [] }, bodyUnit, surroundings)
  expect(state).toMatchObject({ ...asCommanded, from: '2018-06-11', terms: [{ number: 3, until: '2026-06-01' }] })
})

test('a leading group has a name, no term, and seats that are held by post', () => {
  const { fresh, problems: wrong } = checked([aGroupSeatRow(), aGroupSeatRow({ title: '副组长', rank: '副组长', by_post: '' })])
  expect(wrong).toEqual([])
  expect(fresh[0]).toMatchObject({ opensBody: true, opensTerm: false })
  expect(fresh[0]?.asked).toMatchObject({ kind: 'working-group', name: '试点工作领导小组', term: null, seat: { byPost: '街道党工委书记' } })
  const groups = [aGroupSeatRow(), aGroupSeatRow({ body: '科普工作领导小组' })]
  expect(checked(groups).fresh.map(({ opensBody }) => opensBody)).toEqual([true, true])
  expect(problems([aGroupSeatRow({ term: '1', until: '2026-06-01' }), aGroupSeatRow({ body: '' })])).toEqual([
    [2, 'term', 'BODY_WITHOUT_TERMS'],
    [2, 'until', 'BODY_WITHOUT_TERMS'],
    [3, 'body', 'CELL_EMPTY'],
  ])
})

test('a seat that is there already stays as it is, whoever sends it, and however width, blanks and order are written', () => {
  const there = { title: '副主席（兼职）', places: 2, kinds: ['PART_TIME_POST', 'SECONDMENT'] as ('PART_TIME_POST' | 'SECONDMENT')[] }
  const rows = [aSeatRow(), aSeatRow({ opened: '', title: ' 副主席(兼职) ', rank: 'vice_chair', kinds: '挂职、兼职', places: '２' })]
  expect(checked(rows, { ...withBody(committee(there)), mayChange: () => false })).toEqual({ fresh: [], unchanged: 2, problems: [] })
})

test('of several seats that are alike each row means another one, and one row more stands twice', () => {
  const row = aSeatRow({ title: '副主席', rank: '副主席', kinds: '兼职' })
  expect(checked([row, row], withBody(committee({}, {}))).unchanged).toBe(2)
  expect(checked([row, row, row], withBody(committee({}, {}))).problems).toMatchObject([
    { line: 4, refusal: { code: 'SEAT_ROW_TWICE', details: { field: 'title', other: 2 } } },
  ])
})

test('two rows with the same seat are refused, also with other places; for another head, or held by another post, it is another seat', () => {
  expect(problems([aSeatRow(), aSeatRow({ places: '2', kinds: '兼职' })])).toEqual([[3, 'title', 'SEAT_ROW_TWICE']])
  expect(problems([aSeatRow(), aSeatRow({ reserved_head: '医院院长' }), aSeatRow({ by_post: '市科协主席' })])).toEqual([])
})

test('what contradicts a body, a term or a seat that is there is refused at its cell, with what is there', () => {
  const known = withBody(committee())
  const told = (said: Partial<SeatRow>) =>
    checked([aSeatRow(said)], known).problems.map(({ refusal: { code, details } }) => [details.field, code, details['registered']])
  expect(told({ opened: '2019-01-01' })).toEqual([['opened', 'BODY_OPENED_OTHERWISE', '2018-06-11']])
  expect(told({ term: '4' })).toEqual([['term', 'TERM_NUMBERED_OTHERWISE', 3]])
  expect(told({ from: '2021-07-01', until: '2026-07-01' })).toEqual([
    ['from', 'TERM_RUNS_OTHERWISE', '2021-06-01'],
    ['until', 'TERM_RUNS_OTHERWISE', '2026-06-01'],
  ])
  expect(
    problems(
      [aSeatRow({ title: '副主席', rank: '副主席', kinds: '兼职' })],
      withBody(committee({ kinds: ['PART_TIME_POST', 'SECONDMENT'] })),
    ),
  ).toEqual([[2, 'kinds', 'SEAT_KEPT_OTHERWISE']])
  expect(told({ rank: '副主席', kinds: '任职、兼职', places: '2' })).toEqual([
    ['rank', 'SEAT_KEPT_OTHERWISE', '主席、会长'],
    ['kinds', 'SEAT_KEPT_OTHERWISE', '任职'],
    ['places', 'SEAT_KEPT_OTHERWISE', 1],
  ])
})

test('a body that the unit has more than once is meant by its first day, or by its id', () => {
  const two = withBody(committee(), { ...kept({ from: '2020-01-01' }, OTHER) })
  expect(problems([aSeatRow({ opened: '' })], two)).toEqual([[2, 'body', 'BODY_AMBIGUOUS']])
  expect(checked([aSeatRow()], two).unchanged).toBe(1)
  expect(checked([aSeatRow({ opened: '', body: BODY.toUpperCase() })], two).unchanged).toBe(1)
  expect(problems([aSeatRow({ body: UNIT })], two)).toEqual([[2, 'body', 'BODY_UNKNOWN']])
  expect(problems([aSeatRow({ body: '第三届委员会' })], withBody(committee()))).toEqual([[2, 'body', 'BODY_NAMED_BY_KIND']])
})

test('every wrong cell of a row is named, in the order of the columns', () => {
  const row = { opened: '43262', term: '三', from: '六月', until: '', title: '', rank: '局长', kinds: '坐班', places: '若干' }
  expect(problems([aSeatRow({ unit: '无此科协', kind: '党组', ...row, reserved_head: '卫健委主任' })])).toEqual([
    [2, 'unit', 'UNIT_UNKNOWN'],
    [2, 'kind', 'BODY_KIND_UNKNOWN'],
    [2, 'opened', 'DAY_UNREADABLE'],
    [2, 'term', 'TERM_NUMBER_OUT_OF_RANGE'],
    [2, 'from', 'DAY_UNREADABLE'],
    [2, 'title', 'CELL_EMPTY'],
    [2, 'rank', 'RANK_UNKNOWN'],
    [2, 'kinds', 'HOLDING_KIND_UNKNOWN'],
    [2, 'places', 'SEAT_PLACES_OUT_OF_RANGE'],
    [2, 'reserved_head', 'HEAD_UNKNOWN'],
  ])
})

test('what the commands refuse is named at its cell, all of it at once', () => {
  const late = { opened: '2018-06-10', kind: '理事会', term: '1000', from: '2018-06-01', until: '2018-06-01' }
  expect(problems([aSeatRow({ ...late, title: '长', places: '201', by_post: '书' })])).toEqual([
    [2, 'kind', 'BODY_KIND_NOT_FOR_TYPE'],
    [2, 'opened', 'UNIT_NOT_IN_FORCE'],
    [2, 'term', 'TERM_NUMBER_OUT_OF_RANGE'],
    [2, 'from', 'TERM_BEFORE_BODY'],
    [2, 'until', 'TERM_ENDS_BEFORE_IT_STARTS'],
    [2, 'title', 'TEXT_TOO_SHORT'],
    [2, 'places', 'SEAT_PLACES_OUT_OF_RANGE'],
    [2, 'by_post', 'TEXT_TOO_SHORT'],
  ])
})

test.each([
  ['a term within another one', { term: '4', from: '2024-06-01', until: '2029-06-01' }, [[2, 'from', 'TERM_OVERLAPS']]],
  ['a cell of those that were merged', { title: '' }, [[2, 'title', 'CELL_EMPTY']]],
  ['a formula', { title: '=A2' }, [[2, 'title', 'CELL_IS_FORMULA']]],
  ['a kind of holding that is none, beside one that is', { kinds: '任职、坐班' }, [[2, 'kinds', 'HOLDING_KIND_UNKNOWN']]],
  ['no place', { title: '秘书长', places: '0' }, [[2, 'places', 'SEAT_PLACES_OUT_OF_RANGE']]],
])('%s is refused at its cell', (_case, said, wrong) => {
  expect(problems([aSeatRow(said)], withBody(committee()))).toEqual(wrong)
})

test('a body that is new needs its first day, said once; the other rows of a wrong one are not wrong by that', () => {
  expect(problems([aSeatRow({ opened: '' })])).toEqual([[2, 'opened', 'CELL_EMPTY']])
  expect(problems([aSeatRow({ opened: '六月', from: '2018-01-01' })])).toEqual([[2, 'opened', 'DAY_UNREADABLE']])
  expect(problems([aSeatRow({ rank: '局长' }), aSeatRow({ until: '2027-06-01' })])).toEqual([
    [2, 'rank', 'RANK_UNKNOWN'],
    [3, 'until', 'TERM_RUNS_OTHERWISE'],
  ])
  expect(problems([aSeatRow({ rank: '局长' }), aSeatRow({ opened: '', title: '秘书长', rank: '秘书长' })])).toEqual([
    [2, 'rank', 'RANK_UNKNOWN'],
  ])
})

test('a group that was ended gets no further seat', () => {
  const group = { kind: 'working-group', name: '试点工作领导小组', ended: { on: '2020-12-31', paper: null } }
  const ended = kept({ ...group, terms: [aTerm({ number: 1, from: '2018-06-11', until: '2020-12-31' })] })
  expect(checked([aGroupSeatRow()], withBody(ended)).problems).toMatchObject([
    { refusal: { code: 'BODY_ENDED_ALREADY', details: { field: 'body', value: '2020-12-31' } } },
  ])
})

test('of a body beyond the jurisdiction of whoever imports nothing is created', () => {
  for (const bodies of [[], [kept()]])
    expect(problems([aSeatRow()], { bodies, mayChange: () => false })).toEqual([[2, 'unit', 'ROW_BEYOND_JURISDICTION']])
})

test('the same row has the same ids in whatever file', () => {
  const idsOf = (rows: SeatRow[]) => checked(rows).fresh.at(-1)?.asked
  const other = aSeatRow({ title: '秘书长', rank: '秘书长' })
  expect(idsOf([other, aSeatRow({ from: '2021/6/1', kinds: 'Full office' })])).toEqual(idsOf([aSeatRow()]))
  expect(idsOf([other])?.seatId).not.toBe(idsOf([aSeatRow()])?.seatId)
})
