/** How many wait, and since when the oldest does. */
export interface Waiting {
  count: number
  /** Absent when nothing waits. */
  since: Date | undefined
}

/** The earlier of two times, where the first may not be known yet. */
export function earlier(one: Date | undefined, other: Date): Date {
  return one && one < other ? one : other
}
