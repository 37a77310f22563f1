import { failedFiles, failuresOf, isGood, type JestResults, lineOf, sumOf } from './results'

/** A file with its tests, each passed (✓) or failed (✗); none: the file could not run. */
const file = (name: string, marks: string) => ({
  name: `/city/${name}`,
  status: marks.includes('✗') || marks === '' ? 'failed' : 'passed',
  assertionResults: [...marks].map((mark, index) => ({ fullName: `test ${index + 1}`, status: mark === '✗' ? 'failed' : 'passed' })),
})
const results = (...testResults: JestResults['testResults']): JestResults => ({ testResults })

test('the last line counts the tests', () => expect(lineOf(sumOf(results(file('a', '✓✗✓'), file('b', '✓✗'))))).toBe('3 passed, 2 failed'))

test('a file that could not run counts as a failure', () =>
  expect(sumOf(results(file('a', '✓✓'), file('b', '')))).toEqual({ passed: 2, failed: 1 }))

test('a run without a result is a failure', () => expect(sumOf(undefined)).toEqual({ passed: 0, failed: 1 }))

test('a run is good when something ran and nothing failed', () => {
  expect(isGood(sumOf(results(file('a', '✓'))))).toBe(true)
  expect(isGood(sumOf(results()))).toBe(false)
  expect(isGood(sumOf(results(file('a', '✓✓✗'))))).toBe(false)
  expect(isGood(sumOf(results(file('a', '✓'), file('b', ''))))).toBe(false)
})

test('each failure is named by its file and test, a file that could not run by itself', () => {
  const run = results(file('b', '✓✗✗'), file('c', '✓'), file('a', ''))
  expect(failedFiles(run)).toEqual(['/city/a', '/city/b'])
  expect(failuresOf(run, '/city')).toEqual(['a', 'b › test 2', 'b › test 3'])
  expect([failedFiles(undefined), failuresOf(undefined, '/city')]).toEqual([[], []])
})
