import { csvHead, csvLines, readCsv, type CsvTable, type FileLimits } from '@sizhang/service-kit/files'
import type { Language } from '@sizhang/service-kit'
import { UNIT_COLUMNS, type UnitColumn, type UnitRow } from './unit-rows.domain'

const MEBIBYTE = 1024 * 1024

/** The columns as Chinese files call them. */
const CHINESE: Record<UnitColumn, string> = {
  name: '名称',
  type: '类型',
  area: '区划代码',
  also_covers: '联建覆盖',
  parent: '上级组织',
  mode: '组建方式',
  host: '依托单位',
  from: '成立日期',
}

/** A list of units is at most so large: those of a city fit, and a province's come in by cities. */
export const UNIT_FILE_LIMITS: FileLimits = { bytes: 2 * MEBIBYTE, rows: 5_000, columns: 100, signs: 1_000 }

/** A list of units as it was read: rows that are not checked yet. */
export type UnitFile = CsvTable<UnitColumn>

/** Reads a list of units from an upload, with Chinese heads or with the columns' codes; what is refused, `readCsv` says. */
export function readUnitFile(body: unknown, mediaType?: string): Promise<UnitFile> {
  return readCsv(body, { columns: UNIT_COLUMNS, heads: CHINESE, most: UNIT_FILE_LIMITS, mediaType })
}

/** Begins a file of units, in the reader's language. */
export function headOfUnitFile(language: Language): string {
  return csvHead(UNIT_COLUMNS.map((column) => (language === 'zh' ? CHINESE[column] : column)))
}

/** Rows of a file of units, as `readUnitFile` reads them. */
export function rowsOfUnitFile(rows: readonly Omit<UnitRow, 'line'>[]): string {
  return csvLines(rows.map((row) => UNIT_COLUMNS.map((column) => row[column])))
}
