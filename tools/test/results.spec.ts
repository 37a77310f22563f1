import { isGood, lineOf, sumOf } from './results'

const results = (numPassedTests: number, numFailedTests = 0, numRuntimeErrorTestSuites = 0) => ({
  numPassedTests,
  numFailedTests,
  numRuntimeErrorTestSuites,
})

test('the last line counts the tests', () => expect(lineOf(sumOf(results(12, 3)))).toBe('12 passed, 3 failed'))

test('a file that could not run counts as a failure', () => expect(sumOf(results(12, 0, 2))).toEqual({ passed: 12, failed: 2 }))

test('a run without a result is a failure', () => expect(sumOf(undefined)).toEqual({ passed: 0, failed: 1 }))

test('a run is good when something ran and nothing failed', () => {
  expect(isGood(sumOf(results(1)))).toBe(true)
  expect(isGood(sumOf(results(0)))).toBe(false)
  expect(isGood(sumOf(results(5, 1)))).toBe(false)
  expect(isGood(sumOf(results(5, 0, 1)))).toBe(false)
})
