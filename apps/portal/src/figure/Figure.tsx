import type { ReactNode } from 'react'
import { PageLink } from '../date/PageLink'
import { useText } from '../language/useText'
import './figure.css'
import type { MaybeFigure } from './figures'
import { valueOf } from './figures'
import { useFigureText } from './useFigureText'

interface FigureProps {
  label: ReactNode
  figure: MaybeFigure
  /** Day of the figure, `YYYY-MM-DD`. */
  on: string | undefined
  /** Where the records behind it are. */
  to?: string
  /** Beside the number: a trend, a part of the whole. */
  aside?: ReactNode
}

/** A figure with its date; its definition opens on tap, the number leads to the records behind it. */
export function Figure({ label, figure, on, to, aside }: FigureProps) {
  const text = useText()
  const shown = useFigureText()(figure)
  const known = valueOf(figure) !== null

  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd>
        <p className="figure-value">
          {to && known ? <PageLink to={to}>{shown}</PageLink> : shown}
          {figure?.unit && known && <span className="figure-unit">{figure.unit}</span>}
          {aside && <span className="figure-aside">{aside}</span>}
        </p>
        <details className="quiet small">
          <summary>{on ? text('figure.asOf', { day: on }) : text('figure.definition')}</summary>
          <p>{figure?.definition ?? text('figure.noDefinition')}</p>
          {!known && figure?.state !== 'NOT_APPLICABLE' && <p>{text('figure.unknown')}</p>}
        </details>
      </dd>
    </div>
  )
}
