import { refusalText, type Language, type RefusalText } from '../refusals'
import { Rejected, type RowProblem } from '../rules'

/** A refused row, with its cells as a spreadsheet names them: row 8, columns B, E. */
export interface RefusedRow extends RefusalText {
  line: number
  columns: string[]
  field: string
  value: unknown
}

const MOST_ROWS = 200

/** Refuses a file with a wrong row, and names the first of them as a spreadsheet does. */
export function refuseRows(problems: readonly RowProblem[], letters: Readonly<Record<string, string>>, language: Language): void {
  if (problems.length === 0) return
  const rows = toldRows(problems.slice(0, MOST_ROWS), letters, language)
  throw new Rejected('IMPORT_REFUSED', { field: 'file', count: problems.length, rows })
}

/** What is wrong with rows, in the reader's language. */
export function toldRows(problems: readonly RowProblem[], letters: Readonly<Record<string, string>>, language: Language): RefusedRow[] {
  return problems.map(({ line, refusal: { code, details } }) => {
    const { field = '', value } = details
    const columns = field.split(',').flatMap((name) => letters[name] ?? [])
    return { line, columns, field, value, ...refusalText(code, details, language) }
  })
}
