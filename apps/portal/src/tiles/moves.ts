/** The tile that a key leads to from another: beside it, above or below it on the screen, the first or the last. */
export function nextTile(grid: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const tiles = [...grid.querySelectorAll<HTMLElement>('[data-key]')]
  const at = tiles.indexOf(from)
  if (at < 0) return null
  switch (key) {
    case 'ArrowRight':
      return tiles[at + 1] ?? null
    case 'ArrowLeft':
      return tiles[at - 1] ?? null
    case 'ArrowDown':
      return nearestInRow(tiles.slice(at + 1), from)
    case 'ArrowUp':
      return nearestInRow(tiles.slice(0, at).reverse(), from)
    case 'Home':
      return tiles[0] ?? null
    case 'End':
      return tiles.at(-1) ?? null
    default:
      return null
  }
}

/** In the first row that differs from that of the tile, the one nearest to its column. */
function nearestInRow(others: HTMLElement[], from: HTMLElement): HTMLElement | null {
  const first = others.find((tile) => tile.offsetTop !== from.offsetTop)
  if (!first) return null
  const row = others.filter((tile) => tile.offsetTop === first.offsetTop && tile.parentElement === first.parentElement)
  const distance = (tile: HTMLElement) => Math.abs(tile.offsetLeft - from.offsetLeft)
  return row.reduce((best, tile) => (distance(tile) < distance(best) ? tile : best), first)
}
