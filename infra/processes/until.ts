import { setTimeout as wait } from 'node:timers/promises'

/** Asks again, at most every `every` milliseconds, until the answer is yes; `false` when the time is over or `stop` says so. */
export async function until(
  answer: () => Promise<boolean>,
  { within, every = 50, stop = () => false }: { within: number; every?: number; stop?: () => boolean },
): Promise<boolean> {
  const end = Date.now() + within
  while (Date.now() < end && !stop()) {
    if (await answer()) return true
    await wait(every)
  }
  return false
}
