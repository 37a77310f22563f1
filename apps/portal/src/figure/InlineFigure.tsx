import { PageLink } from '../date/PageLink'
import './figure.css'
import type { MaybeFigure } from './figures'
import { valueOf } from './figures'
import { useFigureText } from './useFigureText'

/** A figure inside a sentence, leading to the records behind it. Its definition is its tip. */
export function InlineFigure({ figure, to }: { figure: MaybeFigure; to?: string }) {
  const shown = useFigureText()(figure)
  const link = to !== undefined && valueOf(figure) !== null
  return (
    <span className="inline-figure" title={figure?.definition}>
      {link ? <PageLink to={to}>{shown}</PageLink> : shown}
    </span>
  )
}
