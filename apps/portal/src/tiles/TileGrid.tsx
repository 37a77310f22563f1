import type { KeyboardEvent, PointerEvent } from 'react'
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { useText } from '../language/useText'
import { nextTile } from './moves'
import type { Tile } from './tile'
import { TileTip } from './TileTip'
import './tiles.css'

/** Tiles that belong together, such as those of a county. */
export interface TileGroup {
  key: string
  name: string
  /** What stands beside the name, such as the count. */
  aside: string
  tiles: Tile[]
}

/** So few tiles have room for their names. */
const NAMED_UP_TO = 150

interface TileGridProps {
  label: string
  groups: readonly TileGroup[]
  selected: string | undefined
  onSelect: (key: string) => void
}

/**
 * One tile an area, ordered by code and grouped by county, so that the eye sees clusters. It is no map, and says so.
 * One stop of the tab key; arrows walk, Enter chooses.
 */
export function TileGrid({ label, groups, selected, onSelect }: TileGridProps) {
  const text = useText()
  const grid = useRef<HTMLDivElement>(null)
  const tiles = useMemo(() => new Map(groups.flatMap((group) => group.tiles.map((tile) => [tile.key, tile]))), [groups])
  const [pointed, setPointed] = useState<HTMLElement | null>(null)
  const stop = selected !== undefined && tiles.has(selected) ? selected : groups.find((group) => group.tiles.length > 0)?.tiles[0]?.key

  const point = useCallback((event: PointerEvent) => {
    const element = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-key]') : null
    setPointed(element)
  }, [])
  const walk = (event: KeyboardEvent) => {
    const from = document.activeElement
    const to = grid.current && from instanceof HTMLElement ? nextTile(grid.current, from, event.key) : null
    if (!to) return
    event.preventDefault()
    to.focus()
    setPointed(to)
  }
  const choose = useCallback((key: string) => onSelect(key), [onSelect])
  const tip = pointed?.dataset.key === undefined ? undefined : tiles.get(pointed.dataset.key)

  return (
    <div
      className="tile-grid"
      ref={grid}
      onPointerOver={point}
      onPointerLeave={() => setPointed(null)}
      onKeyDown={walk}
      onBlur={() => setPointed(null)}
    >
      <p className="quiet small">{text('tiles.noMap')}</p>
      <div role="group" aria-label={label}>
        {groups.map((group) => (
          <Group key={group.key} group={group} named={tiles.size <= NAMED_UP_TO} selected={selected} stop={stop} choose={choose} />
        ))}
      </div>
      {tip && pointed && <TileTip tile={tip} at={pointed} />}
    </div>
  )
}

interface GroupProps {
  group: TileGroup
  named: boolean
  selected: string | undefined
  stop: string | undefined
  choose: (key: string) => void
}

const Group = memo(function Group({ group, named, selected, stop, choose }: GroupProps) {
  return (
    <section className="tile-group">
      <h2>
        {group.name} <span className="quiet small">{group.aside}</span>
      </h2>
      <div className={named ? 'tiles tiles-named' : 'tiles'}>
        {group.tiles.map(({ key, name, look, words }) => (
          <button
            key={key}
            type="button"
            data-key={key}
            className={named ? 'named-tile' : `tile tile-${look}`}
            aria-label={`${name} ${words}`}
            aria-pressed={key === selected}
            tabIndex={key === stop ? 0 : -1}
            onClick={() => choose(key)}
          >
            {named && (
              <>
                <span className={`tile tile-${look}`} aria-hidden="true" /> <span className="named-tile-name">{name}</span>
              </>
            )}
          </button>
        ))}
      </div>
    </section>
  )
})
