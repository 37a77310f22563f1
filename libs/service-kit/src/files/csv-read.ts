import { pipeline } from 'node:stream/promises'
import { setImmediate as othersAnswered } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import type { RefusalCode } from '../refusals'
import { Rejected } from '../rules'
import { CellCount } from './cell-count'
import { columnLetters, valueOf } from './cells'
import { contentOf, type Content, type Encoding } from './content'

/** What a file may be at most. */
export interface FileLimits {
  bytes: number
  /** Beside the head. */
  rows: number
  columns: number
  /** Signs in one cell. */
  signs: number
}

/** A table as it was read: no cell of it is checked but for its length. */
export interface CsvTable<Column extends string> {
  /** `line` is the row's number in a spreadsheet, the head being 1. */
  rows: (Record<Column, string> & { line: number })[]
  encoding: Encoding
  /** The letters that a spreadsheet gives to each column. */
  letters: Record<Column, string>
}

/** What is asked of a file. */
export interface CsvAsked<Column extends string> {
  /** Its columns, all of them, in whatever order. */
  columns: readonly Column[]
  /** What the columns may also be called. */
  heads?: Readonly<Record<Column, string>>
  most: FileLimits
  /** As the sender says it. */
  mediaType?: string | undefined
}

const MEBIBYTE = 1024 * 1024

/** Limits as the graph tells them. */
export function limitsTold({ bytes, rows, signs }: FileLimits): { megabytes: number; rows: number; signs: number } {
  return { megabytes: bytes / MEBIBYTE, rows, signs }
}

const SLICE = 64 * 1024
/** No row of a table is as long; a quote that is never closed is. */
const MOST_OF_A_ROW = 64 * 1024

/**
 * Reads a CSV from an upload, in UTF-8 or GBK. Refused with row and column: what is larger than asked, other columns, a row that is
 * not whole, quotes that do not fit, signs that were lost before. White space around a cell and empty rows do not matter.
 */
export async function readCsv<Column extends string>(
  body: unknown,
  { columns, heads, most, mediaType }: CsvAsked<Column>,
): Promise<CsvTable<Column>> {
  const content = await contentOf(body, mediaType, most.bytes)
  const reading = new Reading(columns, most, heads)
  const parser = parse({ bom: true, trim: true, relax_column_count: true, max_record_size: MOST_OF_A_ROW })
  try {
    await pipeline(slicesOf(content, most.columns), parser, async (records: AsyncIterable<string[]>) => {
      for await (const cells of records) reading.take(cells)
    })
  } catch (error) {
    throw error instanceof CsvError ? reading.refusalOf(error) : error
  }
  return { ...reading.table(), encoding: content.encoding }
}

/** Piece by piece, and others are answered in between: what is read at once is parsed in one turn, however many pieces it has. */
async function* slicesOf({ bytes, encoding }: Content, mostColumns: number): AsyncGenerator<Buffer | string> {
  const decoder = encoding === 'GBK' ? new TextDecoder('gb18030', { fatal: true }) : undefined
  const count = new CellCount(mostColumns)
  for (let from = 0; from < bytes.length; from += SLICE) {
    const slice = bytes.subarray(from, from + SLICE)
    count.pass(slice)
    await othersAnswered()
    yield decoder ? decoder.decode(slice, { stream: true }) : slice
  }
}

/** A table while it is read. */
class Reading<Column extends string> {
  private readonly rows: CsvTable<Column>['rows'] = []
  private head: Column[] | undefined
  private line = 0

  constructor(
    private readonly columns: readonly Column[],
    private readonly most: FileLimits,
    private readonly heads?: Readonly<Record<Column, string>>,
  ) {}

  take(cells: readonly string[]): void {
    this.line += 1
    if (cells.every((cell) => cell === '')) return
    const values = cells.map((cell, place) => this.checked(cell, place))
    if (this.head) this.rows.push(this.row(values, this.head))
    else this.head = this.headOf(values)
  }

  table(): Omit<CsvTable<Column>, 'encoding'> {
    const { head, rows } = this
    if (!head || rows.length === 0) throw new Rejected('FILE_HAS_NO_ROWS', { field: 'file', columns: this.told(this.columns) })
    const letters = Object.fromEntries(head.map((column, place) => [column, columnLetters(place)])) as Record<Column, string>
    return { rows, letters }
  }

  /** The parser counts the rows before the one in which it stops; not all of them have been taken by then. */
  refusalOf(error: CsvError): Rejected {
    this.line = Number(error['records']) + 1
    if (error.code === 'CSV_MAX_RECORD_SIZE') return this.refused('FILE_ROW_TOO_LONG', { max: MOST_OF_A_ROW })
    return this.refused('FILE_QUOTE_WRONG', { column: columnLetters(Number(error['index'] ?? 0)) })
  }

  private checked(cell: string, place: number): string {
    const column = columnLetters(place)
    if (cell.length > this.most.signs) throw this.refused('FILE_CELL_TOO_LONG', { column, max: this.most.signs, length: cell.length })
    if (cell.includes('\ufffd')) throw this.refused('FILE_SIGN_LOST', { column, value: cell })
    return valueOf(cell)
  }

  private headOf(values: readonly string[]): Column[] {
    const head = values.map((name) => this.columns.find((column) => this.heads?.[column] === name) ?? (name.toLowerCase() as Column))
    const columns = this.told(this.columns)
    for (const [place, name] of head.entries()) {
      const said = { column: columnLetters(place), value: name, columns }
      if (!this.columns.includes(name)) throw this.refused('FILE_COLUMN_UNKNOWN', said)
      if (head.indexOf(name) < place) throw this.refused('FILE_COLUMN_TWICE', said)
    }
    const missing = this.columns.filter((column) => !head.includes(column))
    if (missing.length > 0) throw this.refused('FILE_COLUMNS_MISSING', { value: this.told(missing), columns })
    return head
  }

  private told(columns: readonly Column[]): string {
    return columns.map((column) => (this.heads ? `${this.heads[column]}（${column}）` : column)).join()
  }

  private row(values: readonly string[], head: readonly Column[]): CsvTable<Column>['rows'][number] {
    const { line, most } = this
    if (values.length !== head.length) throw this.refused('FILE_ROW_NOT_WHOLE', { actual: values.length, expected: head.length })
    if (this.rows.length === most.rows) throw this.refused('FILE_TOO_MANY_ROWS', { max: most.rows })
    return { line, ...(Object.fromEntries(head.map((column, place) => [column, values[place]])) as Record<Column, string>) }
  }

  private refused(code: RefusalCode, details: object): Rejected {
    return new Rejected(code, { field: 'file', line: this.line, ...details })
  }
}
