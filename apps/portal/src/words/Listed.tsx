import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { useText } from '../language/useText'

interface ListedProps<Row> {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  children: (row: Row) => ReactNode
}

/** Names in a line, with the separator of the language between them. */
export function Listed<Row>({ rows, rowKey, children }: ListedProps<Row>) {
  const text = useText()
  return rows.map((row, index) => (
    <Fragment key={rowKey(row)}>
      {index > 0 && text('words.separator')}
      {children(row)}
    </Fragment>
  ))
}
