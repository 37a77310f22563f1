import { failedFiles, failuresOf, isGood, isUnsteady, type JestResults, lineOf, sumOf } from './results'

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

test('each failure is named by its file and test, a file that could not run by itself, and says why', () => {
  const failed = { fullName: 'test 1', status: 'failed', failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\n  at b:1'] }
  const silent = { fullName: 'test 3', status: 'failed' }
  const b = { name: '/city/b', status: 'failed', assertionResults: [failed, { fullName: 'test 2', status: 'passed' }, silent] }
  const run = results(b, file('c', '✓'), { ...file('a', ''), message: 'no such module' })
  expect(failedFiles(run)).toEqual(['/city/a', '/city/b'])
  expect(failuresOf(run, '/city')).toEqual([
    { name: 'a', why: 'no such module' },
    { name: 'b › test 1', why: 'expected 1\n  at b:1' },
    { name: 'b › test 3', why: '' },
  ])
  expect([failedFiles(undefined), failuresOf(undefined, '/city')]).toEqual([[], []])
})

test('one or two files that pass twice alone are unsteady; more files, or one more failure, are not excused', () => {
  const good = results(file('a', '✓✓'))
  const bad = results(file('a', '✓✗'))
  expect(isUnsteady(bad, [good, good])).toBe(true)
  expect(isUnsteady(results(file('a', '✗'), file('b', '')), [good, good])).toBe(true)
  expect(isUnsteady(results(file('a', '✗'), file('b', '✗'), file('c', '✗')), [good, good])).toBe(false)
  expect(isUnsteady(bad, [good, bad])).toBe(false)
  expect(isUnsteady(bad, [good])).toBe(false)
  expect(isUnsteady(bad, [good, undefined])).toBe(false)
  expect(isUnsteady(undefined, [good, good])).toBe(false)
})
