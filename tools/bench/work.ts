/** Does a work so many times, some at once; answers how many were done a second. */
export async function rateOf(count: number, atOnce: number, work: (place: number) => Promise<unknown>): Promise<number> {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  return perSecond(count, from)
}

/** Does a work so many times, one after the other; answers what each took, in milliseconds. */
export async function timesOf(count: number, work: (place: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let place = 0; place < count; place++) {
    const from = performance.now()
    await work(place)
    times.push(performance.now() - from)
  }
  return times
}

/** A second's share of what was done since a moment of `performance`. */
export function perSecond(count: number, from: number): number {
  return count / ((performance.now() - from) / 1_000)
}
