import type { ReactNode } from 'react'
import { useText } from '../language/useText'
import './list-files.css'

interface ListColumnsProps {
  /** The columns by what they are called in a file, each with what it takes. */
  columns: readonly { name: string; takes: string }[]
  /** Files to begin with. */
  children: ReactNode
}

/** What a list has to look like. */
export function ListColumns({ columns, children }: ListColumnsProps) {
  const text = useText()
  return (
    <section className="not-printed">
      <h2>{text('listFiles.columns', { count: columns.length })}</h2>
      <dl className="list-file-columns">
        {columns.map(({ name, takes }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{takes}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
