import { stringify } from 'csv-stringify/sync'
import { cellOf } from './cells'

/** White space at either end belongs to the value, and a lone CR to no end of a line, only between quotes. */
const ONLY_WHOLE_IN_QUOTES = /^\s|\s$|\r/

/** Begins a CSV: the mark by which spreadsheets know UTF-8, and the names of the columns. */
export function csvHead(columns: readonly string[]): string {
  return `\ufeff${csvLines([columns])}`
}

/** Rows of a CSV in which a spreadsheet shows each value as the text that it is. `readCsv` reads the same values again. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(cellOf)),
    { quoted_match: ONLY_WHOLE_IN_QUOTES },
  )
}
