/**
 * The days at which the slider stops: the first day, then the first of each month, and the last day. Where the first is not before the last
 * there is one stop, the last.
 */
export function stopsBetween(first: string, last: string): string[] {
  const stops = first < last ? [first] : []
  const [year = 0, month = 1] = first.split('-').map(Number)
  for (let months = year * 12 + month; ; months++) {
    const stop = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
    if (stop >= last) return [...stops, last]
    stops.push(stop)
  }
}

/** The stop that stands for a day: the last one not after it; for earlier days the first. */
export function stopAt(stops: readonly string[], day: string): number {
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop <= day),
  )
}
