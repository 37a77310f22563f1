import type { Rank } from '../graph.generated'
import type { Seat } from './body'
import { countPlaces, seatingOf, termOn } from './body'

const person = { __typename: 'Person', id: 'p', name: '张三' } as const
const holder = (id: string) =>
  ({ __typename: 'Appointment', id, kind: 'PART_TIME_POST', from: '2026-01-10', until: '2031-01-10', head: null, person }) as const
const vacant = (days: number) => ({ __typename: 'Vacancy', since: '2026-01-10', days }) as const
const term = { __typename: 'Term', number: 1 } as const
const aSeat = (id: string, rank: Rank, said: Partial<Seat> = {}): Seat => {
  const conditions = { title: '职务', kinds: ['PART_TIME_POST'], places: 1, reservedHead: null, byPost: null, term } as const
  return { __typename: 'Seat', id, rank, ...conditions, kinds: [...conditions.kinds], holders: [], vacancies: [], ...said }
}

test('a seating has a row a rank, in the order of the seats: who sits there, then what is vacant', () => {
  const seats = [
    aSeat('chair', 'CHAIR', { holders: [holder('h')] }),
    aSeat('one', 'VICE_CHAIR', { places: 2, holders: [holder('i')], vacancies: [vacant(9)] }),
    aSeat('two', 'VICE_CHAIR', { vacancies: [vacant(3)] }),
  ]
  const rows = seatingOf(seats).map(({ rank, places }) => [rank, places.map(({ key }) => key)])
  expect(rows).toEqual([
    ['CHAIR', ['h']],
    ['VICE_CHAIR', ['i', 'one/0', 'two/0']],
  ])
  expect(countPlaces(seats)).toEqual({ places: 4, vacant: 2, longest: 9 })
})

test('where it is not known who holds a seat, its places are neither held nor vacant', () => {
  const seats = [aSeat('chair', 'CHAIR', { holders: null, vacancies: null })]
  expect(seatingOf(seats)).toMatchObject([{ places: [], unknown: [{ id: 'chair' }] }])
  expect(countPlaces(seats)).toEqual({ places: 1, vacant: null, longest: 0 })
})

test('the term looked at is the last that began by the day, also after its end', () => {
  const known = (number: number, from: string, until: string) =>
    ({
      __typename: 'Term',
      number,
      from,
      until,
      agreedUntil: null,
      earlyPaper: null,
      postponedUntil: null,
      postponementPaper: null,
      overdueDays: 0,
    }) as const
  const terms = [known(1, '2020-01-01', '2025-01-01'), known(2, '2025-06-01', '2030-06-01')]
  expect(['2019-12-31', '2025-03-01', '2025-06-01'].map((day) => termOn({ terms }, day)?.number)).toEqual([undefined, 1, 2])
})
