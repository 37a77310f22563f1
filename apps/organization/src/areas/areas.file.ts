import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { Rejected } from '@sizhang/service-kit/rules'
import type { AreaRow } from './areas.domain'

/** A file as it was read: its rows with their line numbers, and the encoding it was in. */
export interface AreaFile {
  rows: AreaRow[]
  encoding: 'UTF-8' | 'GBK'
}

const MEGABYTE = 1024 * 1024
/** All of China's 665,276 areas are 40 MB. */
const MOST_BYTES = 60 * MEGABYTE
/** What a spreadsheet would take for a formula, and the mark that makes it a text there. */
const FORMULA_AS_TEXT = /^'(?=[=+\-@\t\r])/
const COLUMNS = ['code', 'name', 'level', 'parent_code', 'kind', 'flag'] as const

/** Reads a streamed CSV. Refuses a file that is too large, in no known encoding, without the columns, or cut off in the middle. */
export async function readAreaFile(stream: AsyncIterable<Buffer>): Promise<AreaFile> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Rejected('FILE_TOO_LARGE', { field: 'file', max: MOST_BYTES / MEGABYTE })
    chunks.push(chunk)
  }
  const { text, encoding } = decode(Buffer.concat(chunks))
  return { rows: rowsOf(text), encoding }
}

/** Begins a file of areas: the mark by which Excel knows UTF-8, and the columns. */
export function headOfAreaFile(): string {
  return `\ufeff${stringify([[...COLUMNS]])}`
}

/** Rows of a file of areas, as `readAreaFile` reads them; no cell is a formula to a spreadsheet. */
export function rowsOfAreaFile(rows: readonly Omit<AreaRow, 'line'>[]): string {
  return stringify([...rows], { columns: [...COLUMNS], escape_formulas: true })
}

function decode(bytes: Buffer): { text: string; encoding: AreaFile['encoding'] } {
  for (const [label, encoding] of [
    ['utf-8', 'UTF-8'],
    ['gb18030', 'GBK'],
  ] as const) {
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding }
    } catch {
      continue
    }
  }
  throw unreadable('编码既不是 UTF-8 也不是 GBK / encoding is neither UTF-8 nor GBK')
}

function rowsOf(text: string): AreaRow[] {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  try {
    records = parse(text, { columns: (header: string[]) => checkHeader(header), skip_empty_lines: true, trim: true, info: true })
  } catch (error) {
    if (error instanceof Rejected) throw error
    throw unreadable(error instanceof Error ? error.message : String(error))
  }
  if (records.length === 0) throw unreadable('没有数据行 / no rows')
  return records.map(({ record, info }) => ({
    line: info.lines,
    ...(Object.fromEntries(COLUMNS.map((column) => [column, (record[column] ?? '').replace(FORMULA_AS_TEXT, '')])) as Omit<
      AreaRow,
      'line'
    >),
  }))
}

function checkHeader(header: string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = COLUMNS.filter((column) => !names.includes(column))
  if (missing.length > 0) throw unreadable(`缺少列 / missing columns: ${missing.join(', ')}`)
  return names
}

function unreadable(problem: string): Rejected {
  return new Rejected('FILE_UNREADABLE', { field: 'file', problem })
}
