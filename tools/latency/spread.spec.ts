import { spreadOf } from './spread'

test('of a hundred figures the median is the fiftieth and p99 the ninety-ninth, in whatever order they came', () => {
  const figures = Array.from({ length: 100 }, (_, place) => ((place * 37) % 100) + 1)
  expect(spreadOf(figures)).toEqual({ least: 1, median: 50, p90: 90, p99: 99, most: 100 })
})

test('one figure is all of its spread', () => {
  expect(spreadOf([7.25])).toEqual({ least: 7.3, median: 7.3, p90: 7.3, p99: 7.3, most: 7.3 })
})
