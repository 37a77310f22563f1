import type { ReactNode } from 'react'

/** What a cell holds: for sorting, filtering, Excel and print. */
export type CellValue = string | number | null | undefined

/** One column of a table. */
export interface Column<Row> {
  key: string
  title: string
  /** 单位, in the head of a column of numbers. */
  unit?: string
  value: (row: Row) => CellValue
  /** How it is shown; default: the value, — where there is none. */
  show?: (row: Row) => ReactNode
  /** Right-aligned. */
  numeric?: boolean
  width?: number
  /** A long text goes on below, where every row is drawn; else it is cut. */
  wraps?: boolean
  /** Offers the values that occur as a filter. */
  filter?: boolean
  /** Holds links or buttons: not sorted by, not in Excel or on paper. */
  control?: boolean
  /** Only shown once the reader chooses it. */
  extra?: boolean
}

/** A column's head with its unit, in the brackets of its language: 次数（次）, Count (times). */
export function headOf<Row>({ title, unit }: Column<Row>): string {
  if (!unit) return title
  return /\p{Script=Han}$/u.test(title) ? `${title}（${unit}）` : `${title} (${unit})`
}

/** A cell as it is shown. */
export function cellOf<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.show ? column.show(row) : (column.value(row) ?? '—')
}
