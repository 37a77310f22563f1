/** A turn of a side that works for a while; long enough for a thousand works on a machine that is free. */
export const TURN_SECONDS = 3

/** Does a work for the length of a turn, some at once; answers how many were done a second. */
export async function rateOf(atOnce: number, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  const until = from + TURN_SECONDS * 1_000
  let done = 0
  const worker = async () => {
    for (; performance.now() < until; done++) await work()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return perSecond(done, from)
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
