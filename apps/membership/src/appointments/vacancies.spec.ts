import { aSeat, held } from '../testing/builders'
import { vacanciesOn } from './vacancies.domain'

const seat = (places = 1) => aSeat({ places })

test('a place that nobody ever held is vacant since the term began', () => {
  expect(vacanciesOn([], seat(2), '2023-01-01')).toEqual(['2021-06-01', '2021-06-01'])
})

test('a place is vacant since the last holder left, not while it is held', () => {
  const left = [held('2021-06-01', '2022-03-01')]
  expect(['2022-02-28', '2022-03-01', '2023-01-01'].map((day) => vacanciesOn(left, seat(), day))).toEqual([
    [],
    ['2022-03-01'],
    ['2022-03-01'],
  ])
})

test('somebody in between begins the vacancy anew', () => {
  const known = [held('2021-06-01', '2022-03-01'), held('2022-06-01', '2022-09-01')]
  expect(vacanciesOn(known, seat(), '2022-05-31')).toEqual(['2022-03-01'])
  expect(vacanciesOn(known, seat(), '2023-01-01')).toEqual(['2022-09-01'])
})

test('of several places the one that is vacant longest stands first, and each is counted once', () => {
  const known = [held('2021-06-01', '2022-03-01'), held('2021-06-01', '2022-09-01'), held('2021-06-01', '2026-06-01')]
  expect(vacanciesOn(known, seat(4), '2023-01-01')).toEqual(['2021-06-01', '2022-03-01', '2022-09-01'])
})

test('before the term and after it no place is vacant', () => {
  expect(['2021-05-31', '2026-06-01'].map((day) => vacanciesOn([], seat(), day))).toEqual([[], []])
})

test('a secondment that goes on from before the term takes a place from its first day', () => {
  expect(vacanciesOn([held('2020-01-01', '2022-01-01')], seat(), '2023-01-01')).toEqual(['2022-01-01'])
})
