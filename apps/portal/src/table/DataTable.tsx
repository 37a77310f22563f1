import type { ReactNode } from 'react'
import { useDeferredValue, useMemo } from 'react'
import { useIntl } from 'react-intl'
import { EmptyState } from '../states/EmptyState'
import { Loading } from '../states/Loading'
import type { Column } from './columns'
import { arrange } from '../arrangement/arrange'
import { MoreRows } from './MoreRows'
import type { Paging } from './MoreRows'
import { NarrowList } from './NarrowList'
import './table.css'
import { TableTools } from './TableTools'
import { useArrangement } from '../arrangement/useArrangement'
import { useNarrow } from '../screen/useNarrow'
import { usePrinting } from '../screen/usePrinting'
import { useShownColumns } from '../arrangement/useShownColumns'
import { PrintedTable } from './PrintedTable'
import { WideTable } from './WideTable'

export interface DataTableProps<Row> {
  /** Name under which the choice of columns is kept. */
  id: string
  /** Names the table for screen readers and the Excel file. */
  title: string
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  /** On a phone a row has two lines. */
  narrow: (row: Row) => { first: ReactNode; second: ReactNode }
  /** Said when there is no row. */
  empty: ReactNode
  /** Where the list goes on; absent: all rows are here. */
  paging?: Paging
  /** Prefix of its parameters in the address, for the second table of a page. */
  prefix?: string
}

/** A list with sort and filter in the address, a choice of columns, Excel and print; two-line rows on a phone. */
export function DataTable<Row extends object>({ id, title, rows, rowKey, columns, narrow, empty, paging, prefix }: DataTableProps<Row>) {
  const { locale } = useIntl()
  const [arrangement, setArrangement] = useArrangement(prefix)
  const { shown, isShown, toggle } = useShownColumns(id, columns)
  const onPhone = useNarrow()
  const printing = usePrinting()
  const arranged = useMemo(() => arrange(rows ?? [], columns, arrangement, locale), [rows, columns, arrangement, locale])
  const drawn = useDeferredValue(arranged)

  if (!rows) return <Loading what="table" />
  if (rows.length === 0) return <EmptyState>{empty}</EmptyState>
  const list = { title, rows: drawn, rowKey }
  return (
    <div className="data-table">
      <TableTools
        title={title}
        rows={arranged}
        total={rows.length}
        columns={columns}
        shown={shown}
        isShown={isShown}
        toggle={toggle}
        arrangement={arrangement}
        arrange={setArrangement}
        onPhone={onPhone}
        paging={paging}
      />
      {printing ? (
        <PrintedTable {...list} rows={arranged} columns={shown.filter(({ control }) => !control)} />
      ) : onPhone ? (
        <NarrowList {...list} line={narrow} />
      ) : (
        <WideTable {...list} all={rows} columns={shown} arrangement={arrangement} arrange={setArrangement} />
      )}
      {paging && <MoreRows count={rows.length} paging={paging} />}
    </div>
  )
}
