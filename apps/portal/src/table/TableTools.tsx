import { useEffect, useState } from 'react'
import { useText } from '../language/useText'
import { Flyout } from '../screen/Flyout'
import type { Arrangement } from '../arrangement/arrange'
import type { Column } from './columns'
import { headOf } from './columns'
import { saveExcel } from './excel'
import type { Paging } from './MoreRows'

interface TableToolsProps<Row> {
  title: string
  /** The rows as arranged: what Excel and print get. */
  rows: readonly Row[]
  total: number
  columns: readonly Column<Row>[]
  shown: readonly Column<Row>[]
  isShown: (column: Column<Row>) => boolean
  toggle: (column: Column<Row>) => void
  arrangement: Arrangement
  arrange: (next: Arrangement) => void
  onPhone: boolean
  paging: Paging | undefined
}

/** Above a table: how many rows, what narrows them, which columns, Excel, print. Excel and paper get the whole list: what is not here yet is read first. */
export function TableTools<Row>(props: TableToolsProps<Row>) {
  const { title, rows, total, columns, shown, isShown, toggle, arrangement, arrange, onPhone, paging } = props
  const text = useText()
  const filtered = Object.values(arrangement.filters).some((values) => values.length > 0)

  const [wanted, setWanted] = useState<'excel' | 'paper'>()
  const [incomplete, setIncomplete] = useState(false)
  const complete = !paging?.hasMore

  useEffect(() => {
    if (!wanted || !complete) return
    setWanted(undefined)
    if (wanted === 'paper') window.print()
    else
      void saveExcel(
        title,
        rows,
        shown.filter(({ control }) => !control),
      )
  }, [wanted, complete, title, rows, shown])

  const want = async (what: 'excel' | 'paper') => {
    setIncomplete(false)
    setWanted(what)
    if (!paging?.hasMore || (await paging.loadAll())) return
    setWanted(undefined)
    setIncomplete(true)
  }

  return (
    <div className="table-tools not-printed">
      <span role="status">
        {wanted
          ? text('table.reading', { count: total })
          : rows.length === total
            ? text('table.rows', { count: total })
            : text('table.rowsOf', { count: rows.length, total })}
        {incomplete && ` ${text('table.incomplete')}`}
      </span>
      {wanted && (
        <button type="button" className="plain-button" onClick={paging?.stop}>
          {text('table.stop')}
        </button>
      )}
      {filtered && (
        <button type="button" className="plain-button" onClick={() => arrange({ ...arrangement, filters: {} })}>
          {text('table.all')}
        </button>
      )}
      {onPhone ? (
        <label className="table-sort">
          {text('table.sort')}{' '}
          <select value={arrangement.sort ?? ''} onChange={(event) => arrange({ ...arrangement, sort: event.target.value || undefined })}>
            <option value="">{text('table.sort.given')}</option>
            {columns
              .filter(({ control }) => !control)
              .map((column) => (
                <option key={column.key} value={column.key}>
                  {column.title}
                </option>
              ))}
          </select>
        </label>
      ) : (
        <Flyout name={text('table.columns')}>
          <ul>
            {columns.map((column, index) => (
              <li key={column.key}>
                <label>
                  <input type="checkbox" checked={isShown(column)} disabled={index === 0} onChange={() => toggle(column)} />{' '}
                  {headOf(column)}
                </label>
              </li>
            ))}
          </ul>
        </Flyout>
      )}
      <button type="button" className="plain-button" disabled={wanted !== undefined} onClick={() => void want('excel')}>
        {text('table.excel')}
      </button>
      <button type="button" className="plain-button" disabled={wanted !== undefined} onClick={() => void want('paper')}>
        {text('table.print')}
      </button>
    </div>
  )
}
