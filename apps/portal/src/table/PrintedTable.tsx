import type { Column } from './columns'
import { cellOf, headOf } from './columns'

interface PrintedTableProps<Row> {
  title: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
}

/** Every row as a plain table whose head is repeated on each sheet. */
export function PrintedTable<Row>({ title, rows, rowKey, columns }: PrintedTableProps<Row>) {
  return (
    <table className="printed-table">
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.numeric ? 'numeric' : undefined}>
              {headOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} className={column.numeric ? 'numeric' : undefined}>
                {cellOf(column, row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
