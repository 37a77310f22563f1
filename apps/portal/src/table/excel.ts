import type { Row as SheetRow } from 'write-excel-file/browser'
import type { CellValue, Column } from './columns'
import { headOf } from './columns'

/** Texts go in as texts, so that a name such as `=1+1` or `@x` is never a formula; numbers stay numbers. */
export function sheetOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): SheetRow[] {
  const head = columns.map((column) => ({ value: headOf(column), type: String, fontWeight: 'bold' as const }))
  return [head, ...rows.map((row) => columns.map(({ value }) => cell(value(row))))]
}

function cell(value: CellValue): SheetRow[number] {
  if (value === null || value === undefined) return null
  return typeof value === 'number' ? { value, type: Number } : { value: literal(value), type: String, format: '@' }
}

/** Excel reads `_x0041_` in a text as the sign of that number (ECMA-376 Part 1, 22.9.2.19); one that stands there in letters is written by the number of its own first sign. */
function literal(text: string): string {
  return text.replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_')
}

/** Writes what the table shows as an Excel file; the writer is fetched when it is first wanted. */
export async function saveExcel<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const widths = columns.map(({ width = 120 }) => ({ width: Math.round(width / 7) }))
  await writeXlsxFile(sheetOf(rows, columns), { columns: widths, stickyRowsCount: 1 }).toFile(`${name}.xlsx`)
}
