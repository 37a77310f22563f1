import { keepMark, marksHeader, marksIn } from './marks'

test('the marks of the last ten seconds are sent back, each once', () => {
  keepMark('a:1', 0)
  keepMark('b:7', 4_000)
  keepMark('a:1', 5_000)
  expect(marksHeader(9_000)).toBe('b:7,a:1')
  expect(marksHeader(14_500)).toBe('a:1')
  expect(marksHeader(15_000)).toBeUndefined()
})

test('a mutation’s answer is searched for marks', () => {
  expect(marksIn({ __typename: 'Mutation', establishUnit: { mark: 'u:1', version: 1 }, other: null })).toEqual(['u:1'])
  expect(marksIn(null)).toEqual([])
})
