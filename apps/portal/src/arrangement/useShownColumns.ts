import { useState } from 'react'
import type { Column } from '../table/columns'

/** The reader's choice of columns, kept on this machine for this table. */
export function useShownColumns<Row>(table: string, columns: readonly Column<Row>[]) {
  const name = `sizhang.columns.${table}`
  const [chosen, setChosen] = useState<string[] | null>(() => {
    const kept = localStorage.getItem(name)
    return kept === null ? null : kept.split(',')
  })
  const isShown = (column: Column<Row>) => (chosen ? chosen.includes(column.key) : !column.extra)

  const toggle = (column: Column<Row>) => {
    const next = columns.filter((other) => (other === column ? !isShown(other) : isShown(other))).map(({ key }) => key)
    // The first column names the row: it always stays.
    const [first] = columns
    if (first && !next.includes(first.key)) return
    localStorage.setItem(name, next.join(','))
    setChosen(next)
  }
  return { shown: columns.filter(isShown), isShown, toggle }
}
