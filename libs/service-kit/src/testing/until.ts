import { setTimeout as wait } from 'node:timers/promises'

/** Waits until it is so; at most a minute. */
export async function until(look: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await look()); await wait(20))
    if (Date.now() > end) throw new Error(`not so after a minute: ${look.toString()}`)
}
