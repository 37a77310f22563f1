import type { Rejected } from './rejected'

/** What is wrong with a row of a file. A whole file of them is kept, so none holds the stack that an error has. */
export interface RowProblem {
  line: number
  refusal: Pick<Rejected, 'code' | 'details'>
}

/** A row with what was refused of it. */
export function problemOf(line: number, { code, details }: RowProblem['refusal']): RowProblem {
  return { line, refusal: { code, details } }
}
