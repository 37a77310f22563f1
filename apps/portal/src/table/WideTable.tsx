import type { Arrangement } from '../arrangement/arrange'
import { ColumnHead } from '../arrangement/ColumnHead'
import { ROW, useWindow } from '../screen/useWindow'
import type { Column } from './columns'
import { cellOf } from './columns'

/** Up to here every row is drawn; above only those on the screen. */
const ALL_UP_TO = 200

/** Width of a column that names none, in px. */
const WIDTH = 140

interface WideTableProps<Row> {
  title: string
  rows: readonly Row[]
  /** All rows, for the values that a filter offers. */
  all: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  arrangement: Arrangement
  arrange: (next: Arrangement) => void
}

/** The table of a wide screen: rows of 36 px, head and first column stay in sight. */
export function WideTable<Row>({ title, rows, all, rowKey, columns, arrangement, arrange }: WideTableProps<Row>) {
  const { scroller, onScroll, first, last } = useWindow(rows.length, ALL_UP_TO)
  const drawn = rows.slice(first, last)
  // Rows that are not drawn are reckoned with one height.
  const isWhole = rows.length <= ALL_UP_TO
  const classOf = ({ numeric, wraps }: Column<Row>) => (numeric ? 'numeric' : wraps && isWhole ? 'wrapped' : undefined)
  const width = columns.reduce((sum, column) => sum + (column.width ?? WIDTH), 0)

  return (
    <div ref={scroller} className="wide-table" role="region" aria-label={title} tabIndex={0} onScroll={onScroll}>
      <table aria-rowcount={rows.length + 1} style={{ minWidth: width }}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width ?? WIDTH }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} all={all} arrangement={arrangement} arrange={arrange} />
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap rows={first} />}
          {drawn.map((row, index) => (
            <tr key={rowKey(row)} aria-rowindex={first + index + 2}>
              {columns.map((column, place) => {
                const Cell = place === 0 ? 'th' : 'td'
                return (
                  <Cell key={column.key} scope={place === 0 ? 'row' : undefined} className={classOf(column)}>
                    {cellOf(column, row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
          {last < rows.length && <Gap rows={rows.length - last} />}
        </tbody>
      </table>
    </div>
  )
}

/** Keeps the place of rows that are not drawn. */
function Gap({ rows }: { rows: number }) {
  return <tr aria-hidden="true" style={{ height: rows * ROW }} />
}
