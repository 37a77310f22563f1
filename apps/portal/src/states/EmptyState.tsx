import type { ReactNode } from 'react'
import './states.css'

/** Nothing to show, and why: a sentence and, where there is one, the way on. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{children}</p>
      {action && <p>{action}</p>}
    </div>
  )
}
