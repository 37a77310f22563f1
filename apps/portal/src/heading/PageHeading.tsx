import type { ReactNode } from 'react'
import { useText } from '../language/useText'
import './heading.css'

interface PageHeadingProps {
  /** Name of the page, for the window's title. */
  name: string
  /** The sentence, with the figures in it. */
  children: ReactNode
  /** The one clear action of the page: an `ActionLink`. */
  action?: ReactNode
}

/** The sentence of a page and, at the same place on every page, its one clear action. */
export function PageHeading({ name, children, action }: PageHeadingProps) {
  const text = useText()
  return (
    <header className="page-heading">
      <title>{text('heading.documentTitle', { name })}</title>
      <h1>{children}</h1>
      {action && <p className="not-printed">{action}</p>}
    </header>
  )
}
