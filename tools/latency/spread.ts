/** How figures lie: least, median, 90 and 99 of 100, most; rounded to a tenth. */
export interface Spread {
  least: number
  median: number
  p90: number
  p99: number
  most: number
}

/** The spread of at least one figure, each share by nearest rank. */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN) * 10) / 10
  return { least: at(0), median: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1) }
}
