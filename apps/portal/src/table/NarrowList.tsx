import type { ReactNode } from 'react'

interface NarrowListProps<Row> {
  title: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  line: (row: Row) => { first: ReactNode; second: ReactNode }
}

/** Rows of two lines for a phone; those off the screen cost nothing. */
export function NarrowList<Row>({ title, rows, rowKey, line }: NarrowListProps<Row>) {
  return (
    <ul className="narrow-list" aria-label={title}>
      {rows.map((row) => {
        const { first, second } = line(row)
        return (
          <li key={rowKey(row)}>
            <div>{first}</div>
            <div className="quiet small">{second}</div>
          </li>
        )
      })}
    </ul>
  )
}
