import type { ReactNode } from 'react'
import { PageLink } from '../date/PageLink'
import './heading.css'

/** The one clear action of a page: it leads to the form that does it. */
export function ActionLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <PageLink to={to} className="action-link">
      {children}
    </PageLink>
  )
}
