/** One tile: an area with its state. */
export interface Tile {
  key: string
  name: string
  /** Colour and mark; the words of the tip say the same. */
  look: 'covered' | 'joint' | 'blank' | 'zone' | 'unknown'
  /** What the tip says below the name. */
  words: string
}
