import { csvHead, csvLines, readCsv, type CsvTable, type FileLimits } from '@sizhang/service-kit/files'
import type { AreaRow } from './areas.domain'

const COLUMNS = ['code', 'name', 'level', 'parent_code', 'kind', 'flag'] as const
const MEBIBYTE = 1024 * 1024

/** A list of areas is at most so large: any city's fits, and a province's comes in by cities. */
export const AREA_FILE_LIMITS: FileLimits = { bytes: 4 * MEBIBYTE, rows: 20_000, columns: 100, signs: 1_000 }

/** A list of areas as it was read: rows that are not checked yet. */
export type AreaFile = CsvTable<(typeof COLUMNS)[number]>

/** Reads a list of areas from an upload; what is refused, `readCsv` says. */
export function readAreaFile(body: unknown, mediaType?: string): Promise<AreaFile> {
  return readCsv(body, { columns: COLUMNS, most: AREA_FILE_LIMITS, mediaType })
}

/** Begins a file of areas. */
export function headOfAreaFile(): string {
  return csvHead(COLUMNS)
}

/** Rows of a file of areas, as `readAreaFile` reads them. */
export function rowsOfAreaFile(rows: readonly Omit<AreaRow, 'line'>[]): string {
  return csvLines(rows.map((row) => COLUMNS.map((column) => row[column])))
}
