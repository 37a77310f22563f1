import type { Unit } from './unit'
import { countPlaces, reasonsNotToFunction, termLookedAt, timeLine } from './unit'

type Body = Unit['bodies'][number]
type Term = Body['terms'][number]
type Seat = Term['seats'][number]
type Post = NonNullable<Seat['appointments']>[number]

const aPost = (post: Partial<Post> = {}): Post => ({
  __typename: 'Appointment',
  id: 'post',
  kind: 'PART_TIME_POST',
  from: '2026-01-10',
  until: '2031-01-10',
  head: null,
  endReason: null,
  person: { __typename: 'Person', id: 'p', name: '王建明' },
  ...post,
})
const aSeat = (seat: Partial<Seat> = {}): Seat => ({
  __typename: 'Seat',
  id: 'seat',
  title: '主席',
  rank: 'CHAIR',
  kinds: ['PART_TIME_POST'],
  places: 1,
  reservedHead: null,
  holders: [],
  vacant: 1,
  appointments: [],
  ...seat,
})
const aTerm = (number: number, from: string, until: string, seats: Seat[] = []): Term => ({
  __typename: 'Term',
  number,
  from,
  until,
  overdueDays: 0,
  seats,
})
const aBody = (...terms: Term[]): Body => ({
  __typename: 'Body',
  id: 'body',
  name: null,
  from: '2018-06-11',
  until: null,
  kind: { __typename: 'BodyKind', code: 'committee', name: '委员会', standing: false },
  terms,
})

test('the term looked at is the one that began last, also when it is overdue', () => {
  const body = aBody(aTerm(1, '2018-06-11', '2023-06-11'), aTerm(2, '2027-01-01', '2032-01-01'))
  expect(termLookedAt(body, '2026-06-30')?.number).toBe(1)
  expect(termLookedAt(body, '2027-01-01')?.number).toBe(2)
})

test('vacant places are not counted while one seat is not known', () => {
  expect(countPlaces([aSeat({ places: 5, vacant: 2 }), aSeat()])).toEqual({ places: 6, vacant: 3 })
  expect(countPlaces([aSeat({ vacant: null }), aSeat()])).toEqual({ places: 2, vacant: null })
})

test('a unit lacks a body, a term, a term that is not a year overdue, or a chair: what is missing is named', () => {
  const day = '2026-06-30'
  const chaired = aSeat({ holders: [aPost()], vacant: 0 })
  expect(reasonsNotToFunction({ bodies: [] }, day)).toEqual(['noBody'])
  expect(reasonsNotToFunction({ bodies: [aBody()] }, day)).toEqual(['noTerm'])
  expect(reasonsNotToFunction({ bodies: [aBody(aTerm(1, '2019-01-01', '2024-01-01', [aSeat()]))] }, day)).toEqual(['overdue', 'noChair'])
  expect(reasonsNotToFunction({ bodies: [aBody(aTerm(1, '2020-07-01', '2025-07-01', [aSeat()]))] }, day)).toEqual(['noChair'])
  expect(reasonsNotToFunction({ bodies: [aBody(aTerm(1, '2025-01-01', '2030-01-01', [chaired]))] }, day)).toEqual([])
})

test('while a term is overdue, who held the chair on its last day is not missed; who left before is', () => {
  const overdue = (until: string) => aTerm(1, '2020-07-01', '2025-07-01', [aSeat({ appointments: [aPost({ from: '2020-07-01', until })] })])
  expect(reasonsNotToFunction({ bodies: [aBody(overdue('2025-07-01'))] }, '2026-06-30')).toEqual([])
  expect(reasonsNotToFunction({ bodies: [aBody(overdue('2025-06-30'))] }, '2026-06-30')).toEqual(['noChair'])
})

test('the time line is newest first; of one day, what followed stands above; what is to come is not told', () => {
  const posts = [aPost({ until: '2026-03-01', endReason: 'RESIGNATION' }), aPost({ from: '2026-09-01' })]
  const body = { ...aBody(aTerm(1, '2026-01-10', '2031-01-10', [aSeat({ appointments: posts })])), from: '2026-01-10' }
  const names = ['2026-01-10', '2026-05-01', '2026-07-01'].map((from) => ({ name: `${from}科协`, from, __typename: 'UnitName' as const }))
  const told = timeLine({ from: '2026-01-10', until: null, names, splits: [], takeovers: [], bodies: [body] }, '2026-06-30')
  expect(told.map(({ day, what }) => `${day} ${what}`)).toEqual([
    '2026-05-01 renamed',
    '2026-03-01 ended',
    '2026-01-10 appointed',
    '2026-01-10 termOpened',
    '2026-01-10 bodyOpened',
    '2026-01-10 established',
  ])
})

test('that a post ends with its term goes without saying; a secondment’s end is told', () => {
  const posts = [aPost({ until: '2026-05-01' }), aPost({ kind: 'SECONDMENT', until: '2026-06-01' })]
  const body = aBody(aTerm(1, '2026-01-10', '2031-01-10', [aSeat({ appointments: posts })]))
  const ended = timeLine({ from: '2018-06-11', until: null, names: [], splits: [], takeovers: [], bodies: [body] }, '2026-06-30').filter(
    ({ what }) => what === 'ended',
  )
  expect(ended.map(({ day }) => day)).toEqual(['2026-06-01'])
})

test('what was split off, and what was taken over, is told with areas and names; of a unit beyond sight without its name', () => {
  const areas = [{ __typename: 'Area' as const, code: '320281111', name: '顾山镇' }]
  const other = { __typename: 'Unit' as const, id: 'other', name: '顾山镇科协' }
  const handover = (unit: typeof other | null) => ({ __typename: 'UnitHandover' as const, unit, areas })
  const splits = [{ __typename: 'UnitSplit' as const, from: '2026-02-01', into: [handover(other), handover(null)] }]
  const takeovers = [{ __typename: 'UnitTakeover' as const, from: '2026-03-01', predecessor: null, areas }]
  const told = timeLine({ from: '2018-06-11', until: null, names: [], splits, takeovers, bodies: [] }, '2026-06-30')
  expect(told.slice(0, 2)).toEqual([
    { day: '2026-03-01', what: 'tookAreas', unit: null, areas: ['顾山镇'] },
    { day: '2026-02-01', what: 'split', units: ['顾山镇科协'], areas: ['顾山镇', '顾山镇'] },
  ])
})
