import { setTimeout as wait } from 'node:timers/promises'

/** Does a piece of work at once and then again after each pause, until it is stopped. One that fails is told of, and keeps no later one from being tried. */
export async function repeat(
  work: () => Promise<unknown>,
  pauseMs: number,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch(onFailure)
    await wait(pauseMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
