import type { Counts } from '../list-import/list-import'

/** What became of a list of conditions. */
export interface ConditionsImported extends Counts {
  /** Notes that are new. */
  noted: number
}

/** A note that would be made, in the reader's words. */
export interface PreviewedNote {
  line: number
  unit: string
  kind: string
  value: string
  from: string
  source: string
  evidenceTitle: string
  evidenceNumber: string
}
