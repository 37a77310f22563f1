/** Milliseconds to wait before try `attempt` (0 is the first repeat): doubled each time up to `most`, with jitter so that instances do not come back in step. */
export function backoff(attempt: number, first: number, most: number): number {
  const full = Math.min(most, first * 2 ** Math.min(attempt, 20))
  return Math.round(full * (0.5 + Math.random() / 2))
}

/** Resolves after `milliseconds`, or at once when `signal` is aborted. Does not keep the process alive. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    timer.unref()
    signal?.addEventListener('abort', done)
  })
}
