import type { Bench, Rig } from '../../trials/rig/rig'

/** Something that goes wrong in an installation, and the alerts that have to tell it. */
export interface Fault {
  /** Chinese, then English. */
  what: string
  alerts: string[]
  /** Makes it; gives what mends it. */
  make: (rig: Rig, bench: Bench) => Promise<() => Promise<void>>
}

/** Holds something up for so many milliseconds, again and again with a moment between, until it is told to end. */
export function againAndAgain(hold: () => void, letGo: () => void, milliseconds: { held: number; free: number }): () => Promise<void> {
  let ended = false
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))
  const running = (async () => {
    while (!ended) {
      hold()
      await pause(milliseconds.held)
      letGo()
      await pause(milliseconds.free)
    }
  })()
  return () => {
    ended = true
    return running
  }
}
