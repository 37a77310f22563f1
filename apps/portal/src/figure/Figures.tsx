import type { ReactNode } from 'react'
import './figure.css'

/** A row of figures. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="figures">{children}</dl>
}
