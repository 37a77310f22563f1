import type { FigureData } from '../figure/figures'
import { useText } from '../language/useText'

/** What the figures of a table mean, on tap, with their day. */
export function Definitions({ day, figures }: { day: string; figures: readonly (readonly [name: string, figure: FigureData])[] }) {
  const text = useText()
  return (
    <details className="quiet small definitions">
      <summary>{text('reports.definitions', { day })}</summary>
      <dl>
        {figures.map(([name, { definition }]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
