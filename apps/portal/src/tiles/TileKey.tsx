import { useText } from '../language/useText'
import type { Tile } from './tile'
import './tiles.css'

/** What the colours and marks mean, with how many there are of each. */
export function TileKey({ counts }: { counts: Partial<Record<Tile['look'], number>> }) {
  const text = useText()
  return (
    <ul className="tile-key">
      {(['covered', 'joint', 'blank', 'zone', 'unknown'] as const)
        .filter((look) => counts[look] !== undefined)
        .map((look) => (
          <li key={look}>
            <span className={`tile tile-${look}`} aria-hidden="true" /> {text(`tiles.${look}`)} {counts[look]}
          </li>
        ))}
    </ul>
  )
}
