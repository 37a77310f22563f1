/** What is read of Jest's JSON. */
export interface JestResults {
  numPassedTests: number
  numFailedTests: number
  /** Files that could not run at all. */
  numRuntimeErrorTestSuites: number
}

export interface Sum {
  passed: number
  failed: number
}

/** Counts a file that could not run as one failure; no result at all is one too. */
export function sumOf(results: JestResults | undefined): Sum {
  if (!results) return { passed: 0, failed: 1 }
  return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites }
}

/** The line that stands last. */
export const lineOf = ({ passed, failed }: Sum) => `${passed} passed, ${failed} failed`

/** A run is good when something ran and nothing failed. */
export const isGood = ({ passed, failed }: Sum) => passed > 0 && failed === 0
