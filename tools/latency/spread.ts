/** How figures lie: least, median, 90 and 99 of 100, most; rounded to a tenth. */
export interface Spread {
  least: number
  median: number
  p90: number
  p99: number
  most: number
}

/** The figure below which such a share of at least one figure lies, by nearest rank. */
export function atShare(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** The spread of at least one figure. */
export function spreadOf(figures: readonly number[]): Spread {
  const at = (share: number) => Math.round(atShare(figures, share) * 10) / 10
  return { least: at(0), median: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1) }
}
