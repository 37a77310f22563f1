import { Rejected, type RowProblem } from '@sizhang/service-kit/rules'

/** A checked list. With a problem nothing of it may be kept. */
export interface CheckedRows<Fresh extends { line: number }> {
  /** What is new, row by row. */
  fresh: Fresh[]
  /** Rows that say what is kept already. */
  unchanged: number
  problems: RowProblem[]
}

/** A list that takes its rows one by one, each decided by those before it. */
export interface RowList<Row, Fresh extends { line: number }> {
  readonly checked: CheckedRows<Fresh>
  take(row: Row): void
}

/** No row has as many cells, and no cell as many codes. */
const MOST_ATTEMPTS = 200

/**
 * Decides, and again and again as if what was refused were right, so that every cell that would be refused is named.
 * @param asIfRight the attempt with what was refused put right; null: there is no way to go on
 */
export function everyRefusal<Attempt, Decided>(
  first: Attempt,
  decide: (attempt: Attempt) => Decided,
  asIfRight: (attempt: Attempt, refusal: Rejected) => Attempt | null,
): { refusals: Rejected[]; decided: Decided | null } {
  const refusals: Rejected[] = []
  let attempt: Attempt | null = first
  for (let tries = 0; attempt !== null && tries < MOST_ATTEMPTS; tries++) {
    try {
      return { refusals, decided: decide(attempt) }
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      refusals.push(error)
      attempt = asIfRight(attempt, error)
    }
  }
  return { refusals, decided: null }
}

/** The problems of a row in the order of its columns. */
export function byColumn(problems: readonly RowProblem[], columns: readonly string[]): RowProblem[] {
  const place = ({ refusal }: RowProblem) => columns.findIndex((column) => column === refusal.details.field)
  return [...problems].sort((one, other) => place(one) - place(other))
}
