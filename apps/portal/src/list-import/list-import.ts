import type { ReactNode } from 'react'
import type { ListFileLimitsFragment } from '../graph.generated'
import type { RefusedRow } from '../list-files/list-files'
import type { Column } from '../table/columns'

/** What became of a list: rows read, rows that say what is kept already, and what is new, by what it is. */
export interface Counts {
  read: number
  unchanged: number
}

/** What a check found: the same counts, rows with a wrong cell, each such cell, and the first rows that would be kept. */
export type Checked<Row, Counted> = Counted & {
  wrong: number
  refused: { count: number; rows: readonly RefusedRow[] }
  preview: readonly Row[]
}

/** What makes one kind of list another than the next. */
export interface ListKind<Row extends { line: number }, Counted extends Counts> {
  /** The feature whose texts name it, as their keys begin: `unitImport`. */
  words: string
  /** Where it goes in and comes out. */
  at: string
  /** How many rows would be kept, or were. */
  fresh: (counts: Counted) => number
  /** What is shown of a row before it is kept. */
  columns: readonly Column<Row>[]
  /** The same on a phone. */
  narrow: (row: Row) => { first: ReactNode; second: ReactNode }
  /** Where the records are seen. */
  records: string
  limits: ListFileLimitsFragment
}

/** The figures of an answer, as a text takes them. */
export function figuresOf(counts: object): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
}
