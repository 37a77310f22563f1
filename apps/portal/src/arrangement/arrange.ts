import type { CellValue, Column } from '../table/columns'

/** The values that occur in a column, in the order of the language. */
export function valuesIn<Row>(column: Column<Row>, rows: readonly Row[], tag: string): string[] {
  const order = new Intl.Collator(tag, { numeric: true })
  return [...new Set(rows.map((row) => filterValue(column.value(row))))].sort(order.compare)
}

const filterValue = (value: CellValue) => String(value ?? '—')

/** The order and the filters that the address holds. */
export interface Arrangement {
  /** Key of the column, with `-` before it for descending. */
  sort: string | undefined
  /** Chosen values by the key of the column. */
  filters: Record<string, string[]>
}

/** The rows as they are asked for: filtered, then sorted; rows without a value come last. */
export function arrange<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { sort, filters }: Arrangement, tag: string): Row[] {
  const chosen = columns.filter(({ key }) => filters[key]?.length)
  const kept = rows.filter((row) => chosen.every((column) => filters[column.key]?.includes(filterValue(column.value(row)))))
  const column = columns.find(({ key }) => key === sort?.replace(/^-/, ''))
  return column ? sorted(kept, column, sort?.startsWith('-') ? -1 : 1, tag) : kept
}

function sorted<Row>(rows: Row[], { value }: Column<Row>, direction: 1 | -1, tag: string): Row[] {
  const order = new Intl.Collator(tag, { numeric: true })
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => {
      if (a.value === null || a.value === undefined) return b.value === null || b.value === undefined ? 0 : 1
      if (b.value === null || b.value === undefined) return -1
      const numbers = typeof a.value === 'number' && typeof b.value === 'number'
      return direction * (numbers ? Number(a.value) - Number(b.value) : order.compare(String(a.value), String(b.value)))
    })
    .map(({ row }) => row)
}
