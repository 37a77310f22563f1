import { stripVTControlCharacters } from 'node:util'

/** What is read of Jest's JSON. */
export interface JestResults {
  /** One for each file. */
  testResults: JestFile[]
}

interface JestFile {
  name: string
  /** `failed` without a failed test: the file could not run at all. */
  status: string
  /** Why the file could not run. */
  message?: string
  assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
}

/** A test that failed, or a file that could not run. */
export interface Failure {
  /** By its file, below the root, and its test. */
  name: string
  /** The first lines of what Jest says of it, without colours. */
  why: string
}

export interface Sum {
  passed: number
  failed: number
}

const hasFailed = ({ status }: { status: string }) => status === 'failed'
const failedTests = ({ assertionResults }: JestFile) => assertionResults.filter(hasFailed)

/** Counts a file that could not run as one failure; no result at all is one too. */
export function sumOf(results: JestResults | undefined): Sum {
  if (!results) return { passed: 0, failed: 1 }
  const tests = results.testResults.flatMap((file) => file.assertionResults)
  const unable = results.testResults.filter((file) => hasFailed(file) && failedTests(file).length === 0)
  return { passed: tests.filter(({ status }) => status === 'passed').length, failed: tests.filter(hasFailed).length + unable.length }
}

/** The files that failed, in the order of their names. */
export const failedFiles = (results: JestResults | undefined) =>
  (results?.testResults ?? [])
    .filter(hasFailed)
    .map(({ name }) => name)
    .sort()

/** So many lines of a failure are told once more at the end: its message and where it stands. */
const LINES_TOLD = 12
const firstLines = (message: string) =>
  stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim())
    .slice(0, LINES_TOLD)
    .join('\n')

/** Each failure by its file, below `root`, and its test; a file that could not run, by itself. */
export function failuresOf(results: JestResults | undefined, root: string): Failure[] {
  const named = (file: JestFile): Failure[] => {
    const path = file.name.replace(`${root}/`, '')
    const tests = failedTests(file).map(({ fullName, failureMessages = [] }) => ({
      name: `${path} › ${fullName}`,
      why: firstLines(failureMessages.join('\n')),
    }))
    return tests.length > 0 ? tests : [{ name: path, why: firstLines(file.message ?? '') }]
  }
  return (results?.testResults ?? [])
    .filter(hasFailed)
    .flatMap(named)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** So many files may fail beside others and pass alone: more of them say that something is broken. */
export const MOST_UNSTEADY = 2
/** So many times in a row they have to pass alone. */
export const TIMES_ALONE = 2

/**
 * Whether what failed is excused: a few files only, each of which passed alone, each time. What two cores cannot run in time beside a browser
 * and ten services says nothing of the product; it is named as unsteady, and mended by who reads it.
 */
export const isUnsteady = (first: JestResults | undefined, alone: (JestResults | undefined)[]) =>
  failedFiles(first).length > 0 &&
  failedFiles(first).length <= MOST_UNSTEADY &&
  alone.length === TIMES_ALONE &&
  alone.every((run) => isGood(sumOf(run)))

/** The line that stands last. */
export const lineOf = ({ passed, failed }: Sum) => `${passed} passed, ${failed} failed`

/** A run is good when something ran and nothing failed. */
export const isGood = ({ passed, failed }: Sum) => passed > 0 && failed === 0
