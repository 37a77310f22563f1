/** What is read of Jest's JSON. */
export interface JestResults {
  /** One for each file. */
  testResults: JestFile[]
}

interface JestFile {
  name: string
  /** `failed` without a failed test: the file could not run at all. */
  status: string
  assertionResults: { fullName: string; status: string }[]
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

/** Each failure by its file, below `root`, and its test; a file that could not run, by itself. */
export function failuresOf(results: JestResults | undefined, root: string): string[] {
  const named = (file: JestFile) => {
    const path = file.name.replace(`${root}/`, '')
    const tests = failedTests(file).map(({ fullName }) => `${path} › ${fullName}`)
    return tests.length > 0 ? tests : [path]
  }
  return (results?.testResults ?? []).filter(hasFailed).flatMap(named).sort()
}

/** The line that stands last. */
export const lineOf = ({ passed, failed }: Sum) => `${passed} passed, ${failed} failed`

/** A run is good when something ran and nothing failed. */
export const isGood = ({ passed, failed }: Sum) => passed > 0 && failed === 0
