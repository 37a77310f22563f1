import { setTimeout as wait } from 'node:timers/promises'

/** Waits until `look` gives something other than false and undefined, and gives that. */
export async function until<Found>(
  look: () => Found | false | undefined | Promise<Found | false | undefined>,
  ms = 20_000,
): Promise<Found> {
  for (const end = Date.now() + ms; ; await wait(20)) {
    const found = await look()
    if (found !== false && found !== undefined) return found
    if (Date.now() > end) throw new Error(`not so after ${ms} ms: ${look.toString()}`)
  }
}
