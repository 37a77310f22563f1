import type { Counts } from '../list-import/list-import'

/** What became of a list of seats. */
export interface SeatsImported extends Counts {
  /** Seats that are new. */
  created: number
  /** Bodies that were opened with them. */
  bodies: number
  /** Terms that were opened with them. */
  terms: number
}

/** A seat that would be created, in the reader's words. */
export interface PreviewedSeat {
  line: number
  unit: string
  body: string
  /** Null: of a group, which has no terms. */
  term: number | null
  from: string
  until: string
  title: string
  rank: string
  kinds: string
  places: number
  reservedHead: string
  byPost: string
  /** Whether the row opens the body, or the term. */
  opensBody: boolean
  opensTerm: boolean
}
