import type { Arrangement } from './arrange'
import { Flyout } from '../screen/Flyout'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'
import { headOf } from '../table/columns'
import { ValueFilter } from './ValueFilter'

interface ColumnHeadProps<Row> {
  column: Column<Row>
  /** All rows, for the values that a filter offers. */
  all: readonly Row[]
  arrangement: Arrangement
  arrange: (next: Arrangement) => void
}

/** The head of a column: a click sorts up, down, and back to the given order; a filter offers the values that occur. */
export function ColumnHead<Row>({ column, all, arrangement, arrange }: ColumnHeadProps<Row>) {
  const text = useText()
  const { key, numeric, control, filter } = column
  const up = arrangement.sort === key
  const down = arrangement.sort === `-${key}`
  const chosen = arrangement.filters[key] ?? []

  return (
    <th scope="col" className={numeric ? 'numeric' : undefined} aria-sort={up ? 'ascending' : down ? 'descending' : undefined}>
      {control ? (
        headOf(column)
      ) : (
        <button
          type="button"
          className="column-sort"
          title={text('table.sortBy', { column: column.title })}
          onClick={() => arrange({ ...arrangement, sort: up ? `-${key}` : down ? undefined : key })}
        >
          {headOf(column)}
          <span aria-hidden="true">{up ? ' ▲' : down ? ' ▼' : ''}</span>
        </button>
      )}
      {filter && (
        <Flyout
          className={chosen.length > 0 ? 'column-filter column-filter-set' : 'column-filter'}
          name={chosen.length > 0 ? text('table.filteredBy', { count: chosen.length }) : text('table.filter')}
          label={text('table.filterOf', { column: column.title })}
        >
          <ValueFilter
            column={column}
            all={all}
            chosen={chosen}
            choose={(values) => arrange({ ...arrangement, filters: { ...arrangement.filters, [key]: values } })}
          />
        </Flyout>
      )}
    </th>
  )
}
