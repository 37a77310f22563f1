import { Table } from 'antd'
import type { TableProps } from 'antd'
import { useIntl } from 'react-intl'
import type { Arrangement } from '../arrangement/arrange'
import { valuesIn } from '../arrangement/arrange'
import type { Column } from './columns'
import { cellOf, headOf } from './columns'

/** From here on only the rows on the screen are drawn. */
const VIRTUAL_FROM = 200

/** Width of a column that names none. */
const WIDTH = 140

interface WideTableProps<Row> {
  title: string
  rows: Row[]
  /** All rows, for the values that a filter offers. */
  all: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  arrangement: Arrangement
  arrange: (next: Arrangement) => void
}

/** The table of a wide screen: sticky head and first column, rows of 36 px. */
export function WideTable<Row extends object>({ rows, all, rowKey, columns, arrangement, arrange }: WideTableProps<Row>) {
  const { locale } = useIntl()
  const virtual = rows.length >= VIRTUAL_FROM
  const width = columns.reduce((sum, column) => sum + (column.width ?? WIDTH), 0)

  const onChange: TableProps<Row>['onChange'] = (_page, filters, sorter) => {
    const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter
    arrange({
      sort: order && columnKey !== undefined ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined,
      filters: Object.fromEntries(Object.entries(filters).flatMap(([key, values]) => (values?.length ? [[key, values.map(String)]] : []))),
    })
  }

  return (
    <Table<Row>
      size="small"
      rowKey={rowKey}
      dataSource={rows}
      pagination={false}
      showSorterTooltip={false}
      virtual={virtual}
      scroll={{ x: width, y: virtual ? Math.max(320, innerHeight - 320) : undefined }}
      sticky={!virtual}
      onChange={onChange}
      columns={columns.map((column, index) => ({
        key: column.key,
        title: headOf(column),
        width: column.width ?? WIDTH,
        align: column.numeric ? 'end' : 'start',
        fixed: index === 0 ? 'start' : undefined,
        render: (_value: unknown, row: Row) => cellOf(column, row),
        sorter: !column.control,
        sortOrder: orderOf(arrangement.sort, column.key),
        filters: column.filter ? valuesIn(column, all, locale).map((value) => ({ text: value, value })) : undefined,
        filteredValue: column.filter ? (arrangement.filters[column.key] ?? null) : undefined,
        filterSearch: column.filter,
      }))}
    />
  )
}

function orderOf(sort: string | undefined, key: string): 'ascend' | 'descend' | null {
  if (sort === key) return 'ascend'
  return sort === `-${key}` ? 'descend' : null
}
