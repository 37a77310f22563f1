import type { ReactNode } from 'react'
import './particulars.css'

/** Things that have a day, one a line. */
export function DatedLines({ children }: { children: ReactNode }) {
  return <ol className="dated-lines">{children}</ol>
}

/** One of them. */
export function DatedLine({ day, children }: { day: string; children: ReactNode }) {
  return (
    <li>
      <time dateTime={day}>{day}</time>
      <div>{children}</div>
    </li>
  )
}
