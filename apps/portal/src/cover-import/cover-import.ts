import type { Counts } from '../list-import/list-import'

/** What became of a list of covered employers. */
export interface CoversImported extends Counts {
  /** Covers that are new. */
  covered: number
  /** Employers that were not known before. */
  registered: number
}

/** A cover that would be noted, in the reader's words. */
export interface PreviewedCover {
  line: number
  unit: string
  employer: string
  creditCode: string
  area: string
  kind: string
  from: string
  until: string
  /** Whether the employer would be registered by the row. */
  isNew: boolean
}
