import { Rejected } from '@sizhang/service-kit/rules'
import { monthEnds } from './trend.domain'

function refusalOf(from: string, to: string): Rejected | undefined {
  try {
    monthEnds(from, to)
  } catch (error) {
    if (error instanceof Rejected) return error
    throw error
  }
  return undefined
}

test('a trend has a point at each month-end from the first to the last day, both included', () => {
  expect(monthEnds('2018-06-11', '2018-09-30')).toEqual(['2018-06-30', '2018-07-31', '2018-08-31', '2018-09-30'])
  expect(monthEnds('2018-06-30', '2018-07-30')).toEqual(['2018-06-30'])
  expect(monthEnds('2018-06-30', '2018-06-30')).toEqual(['2018-06-30'])
})

test('February ends on its own last day, in a leap year on the 29th', () => {
  expect(monthEnds('2023-02-01', '2023-03-01')).toEqual(['2023-02-28'])
  expect(monthEnds('2024-02-01', '2024-03-01')).toEqual(['2024-02-29'])
})

test('a trend runs over the turn of the year', () => {
  expect(monthEnds('2018-12-31', '2019-01-31')).toEqual(['2018-12-31', '2019-01-31'])
})

test('a time within one month has no point', () => {
  expect(monthEnds('2018-06-01', '2018-06-29')).toEqual([])
})

test('a trend of five years is answered, one of a month more is refused', () => {
  expect(monthEnds('2018-01-01', '2022-12-31')).toHaveLength(60)
  expect(refusalOf('2018-01-01', '2023-01-31')).toMatchObject({ code: 'TREND_TOO_LONG', details: { field: 'from', max: 60 } })
})

test('a trend that runs backwards is refused', () => {
  expect(refusalOf('2018-06-11', '2018-06-10')).toMatchObject({ code: 'TREND_ENDS_BEFORE_IT_STARTS', details: { field: 'to' } })
})
