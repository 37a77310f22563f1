import type { ReactNode } from 'react'
import { useMay } from './SessionProvider'
import type { Verb } from './verbs'

/** What is offered to those alone who may do it. */
export function Allowed({ to, children }: { to: Verb; children: ReactNode }) {
  return useMay(to) ? children : null
}
