import type { ReactNode } from 'react'
import './particulars.css'

/** What a record says of itself: names and values in two columns. */
export function Particulars({ children }: { children: ReactNode }) {
  return <dl className="particulars">{children}</dl>
}

/** One of them; `—` where nothing is known. */
export function Particular({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? '—'}</dd>
    </div>
  )
}
