import type { RefusedRow } from '../list-files/list-files'

/** Where the list of units goes in and comes out. */
export const UNIT_LIST = '/files/organization/units'
/** Where it is only checked. */
export const UNIT_LIST_CHECK = `${UNIT_LIST}?dryRun=true`
/** A file with the columns alone. */
export const UNIT_TEMPLATE = `${UNIT_LIST}/template`

/** What became of a list: rows read, units that are new, rows whose units were there already. */
export interface UnitsImported {
  read: number
  established: number
  unchanged: number
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

/** What a check found: the same counts, rows with a wrong cell, each such cell, and the first units that would be established. */
export interface UnitsChecked extends UnitsImported {
  wrong: number
  refused: { count: number; rows: readonly RefusedRow[] }
  preview: readonly PreviewedUnit[]
}
