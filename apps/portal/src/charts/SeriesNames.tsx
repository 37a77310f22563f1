import { series as colours } from '../theme/tokens'
import type { Series } from './options'

/** The names of the colours of bars, in the order in which they are stacked. */
export function SeriesNames({ series }: { series: readonly Series[] }) {
  if (series.length < 2) return null
  return (
    <ul className="series-names">
      {series.map(({ name, colour }, index) => (
        <li key={name}>
          <span style={{ background: colour ?? colours[index % colours.length] }} aria-hidden="true" /> {name}
        </li>
      ))}
    </ul>
  )
}
