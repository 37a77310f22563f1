import { useLayoutEffect, useRef } from 'react'
import type { Tile } from './tile'

/** The name and the state of the tile under the pointer or the keyboard. The tile's own label says it to screen readers. */
export function TileTip({ tile, at }: { tile: Tile; at: HTMLElement }) {
  const tip = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!tip.current) return
    const { left, top, bottom, width } = at.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = tip.current
    const x = Math.min(Math.max(8, left + width / 2 - offsetWidth / 2), innerWidth - offsetWidth - 8)
    const y = top - offsetHeight - 6 < 8 ? bottom + 6 : top - offsetHeight - 6
    tip.current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }, [tile, at])

  return (
    <div ref={tip} className="tile-tip" aria-hidden="true">
      <strong>{tile.name}</strong>
      <br />
      {tile.words}
    </div>
  )
}
