import type { Language } from '@sizhang/service-kit'
import { csvHead, csvLines, readCsv, type CsvTable, type FileLimits } from '@sizhang/service-kit/files'
import type { FastifyRequest } from 'fastify'

const MEBIBYTE = 1024 * 1024

/** A list is at most so large: a city's fits, and a province's comes in by cities. */
const LIST_LIMITS: FileLimits = { bytes: 2 * MEBIBYTE, rows: 5_000, columns: 100, signs: 1_000 }

/** The file of one kind of list, in and out: the same columns, called as Chinese files call them or by their codes. */
export class ListFile<Column extends string> {
  readonly limits = LIST_LIMITS

  /** @param heads what Chinese files call the columns */
  constructor(
    private readonly columns: readonly Column[],
    private readonly heads: Readonly<Record<Column, string>>,
  ) {}

  /** Reads an upload; what is refused, `readCsv` says. */
  read({ body, headers }: Pick<FastifyRequest, 'body' | 'headers'>): Promise<CsvTable<Column>> {
    return readCsv(body, { columns: this.columns, heads: this.heads, most: this.limits, mediaType: headers['content-type'] })
  }

  /** Begins a file, in the reader's language. */
  head(language: Language): string {
    return csvHead(this.columns.map((column) => (language === 'zh' ? this.heads[column] : column)))
  }

  /** Rows of a file, as `read` reads them. */
  lines(rows: readonly Record<Column, string>[]): string {
    return csvLines(rows.map((row) => this.columns.map((column) => row[column])))
  }
}
