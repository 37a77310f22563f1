import type { ReactNode } from 'react'
import { PageLink } from '../date/PageLink'
import { Allowed } from '../session/Allowed'
import type { Verb } from '../session/verbs'
import './heading.css'

/** The one clear action of a page: it leads to the form that does it. Who has no right to it does not see it. */
export function ActionLink({ to, verb, children }: { to: string; verb: Verb; children: ReactNode }) {
  return (
    <Allowed to={verb}>
      <PageLink to={to} className="action-link">
        {children}
      </PageLink>
    </Allowed>
  )
}
