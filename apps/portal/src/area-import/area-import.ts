/** Where the list of areas goes in and comes out. */
export const AREA_LIST = '/files/organization/areas'

/** What became of a list that was taken: rows read, areas that are new, rows that were in the list already. */
export interface Imported {
  read: number
  established: number
  unchanged: number
}
