/** The code of no area, for a field that a query leaves out: its variable is wanted all the same, and in the right form. */
export const NO_AREA = '00'
