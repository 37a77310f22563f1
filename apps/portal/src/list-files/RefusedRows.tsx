import { useMemo } from 'react'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'
import type { RefusedList, RefusedRow } from './list-files'

/** The rows that were refused, where they stand in the file; as Excel, too, to mend the file by. `title` names the table. */
export function RefusedRows({ refused: { count, rows }, title }: { refused: Pick<RefusedList, 'count' | 'rows'>; title: string }) {
  const text = useText()
  const columns = useMemo<Column<RefusedRow>[]>(
    () => [
      { key: 'line', title: text('listFiles.row'), value: ({ line }) => line, numeric: true, width: 70 },
      { key: 'columns', title: text('listFiles.column'), value: (row) => row.columns.join(' '), width: 90 },
      { key: 'value', title: text('listFiles.value'), value: ({ value }) => String(value ?? ''), width: 160, wraps: true },
      { key: 'problem', title: text('listFiles.problem'), value: ({ message }) => message, width: 420, wraps: true },
      { key: 'mend', title: text('listFiles.mend'), value: ({ hint }) => hint, width: 420, wraps: true },
    ],
    [text],
  )
  return (
    <section>
      <h2>{count > rows.length ? text('listFiles.firstRefused', { count, shown: rows.length }) : text('listFiles.refused', { count })}</h2>
      <DataTable
        id="refused-rows"
        title={title}
        rows={rows}
        rowKey={({ line, columns: letters, message }) => `${line} ${letters.join()} ${message}`}
        columns={columns}
        narrow={(row) => ({
          first: text('listFiles.place', { line: row.line, columns: row.columns.join(' ') }),
          second: [row.message, row.hint].join(' · '),
        })}
        empty={null}
      />
    </section>
  )
}
