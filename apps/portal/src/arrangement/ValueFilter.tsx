import { useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { valuesIn } from './arrange'
import { useText } from '../language/useText'
import type { Column } from '../table/columns'

/** From so many values on they can be searched. */
const SEARCHED_FROM = 12

interface ValueFilterProps<Row> {
  column: Column<Row>
  all: readonly Row[]
  chosen: readonly string[]
  choose: (values: string[]) => void
}

/** The values of a column to choose from; none chosen: all rows. */
export function ValueFilter<Row>({ column, all, chosen, choose }: ValueFilterProps<Row>) {
  const text = useText()
  const { locale } = useIntl()
  const [typed, setTyped] = useState('')
  const values = useMemo(() => valuesIn(column, all, locale), [column, all, locale])
  const offered = values.filter((value) => value.includes(typed.trim()))

  return (
    <div className="value-filter">
      {values.length >= SEARCHED_FROM && (
        <input
          type="search"
          aria-label={text('table.filter.find')}
          placeholder={text('table.filter.find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul>
        {offered.map((value) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) => choose(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))}
              />{' '}
              {value}
            </label>
          </li>
        ))}
      </ul>
      {chosen.length > 0 && (
        <button type="button" className="plain-button" onClick={() => choose([])}>
          {text('table.all')}
        </button>
      )}
    </div>
  )
}
