import type { Counts } from '../list-import/list-import'

/** What became of a list of units. */
export interface UnitsImported extends Counts {
  /** Units that are new. */
  established: number
}

/** A unit that would be established, in the reader's words. */
export interface PreviewedUnit {
  line: number
  name: string
  type: string
  area: string
  alsoCovers: string
  parent: string
  mode: string
  host: string
  from: string
}
