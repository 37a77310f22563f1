import { useMemo } from 'react'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { DataTable } from '../table/DataTable'
import type { RefusedList, RefusedRow } from './area-import'

/** The rows that were refused, where they stand in the file; as Excel, too, to mend the file by. */
export function RefusedRows({ refused: { count, rows } }: { refused: RefusedList }) {
  const text = useText()
  const columns = useMemo<Column<RefusedRow>[]>(
    () => [
      { key: 'line', title: text('areaImport.row'), value: ({ line }) => line, numeric: true, width: 70 },
      { key: 'columns', title: text('areaImport.column'), value: (row) => row.columns.join(' '), width: 90 },
      { key: 'value', title: text('areaImport.value'), value: ({ value }) => String(value ?? ''), width: 160 },
      { key: 'problem', title: text('areaImport.problem'), value: ({ message }) => message, width: 420 },
      { key: 'mend', title: text('areaImport.mend'), value: ({ hint }) => hint, width: 420 },
    ],
    [text],
  )
  return (
    <section>
      <h2>
        {count > rows.length ? text('areaImport.firstRefused', { count, shown: rows.length }) : text('areaImport.refused', { count })}
      </h2>
      <DataTable
        id="refused-areas"
        title={text('areaImport.refusedFile')}
        rows={rows}
        rowKey={({ line, columns: letters }) => `${line} ${letters.join()}`}
        columns={columns}
        narrow={(row) => ({
          first: text('areaImport.place', { line: row.line, columns: row.columns.join(' ') }),
          second: [row.message, row.hint].join(' · '),
        })}
        empty={null}
      />
    </section>
  )
}
