import type { App } from '@sizhang/engines'

/** What an app says of itself at `/health/ready`. */
export interface AppHealth {
  app: App
  address: string
  answers: boolean
  live: boolean
  ready: boolean
  /** What each part that is not ready says. */
  reasons: string[]
}

interface Answer {
  live: boolean
  ready: boolean
  parts: Record<string, { ready: boolean; live?: boolean; detail?: unknown }>
}

const WITHIN_MS = 5_000

/** Asks an app how it is; one that gives no answer is neither live nor ready. */
export async function healthOf([app, address]: [App, string]): Promise<AppHealth> {
  try {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(WITHIN_MS) })
    const { live, ready, parts } = (await answer.json()) as Answer
    const reasons = Object.entries(parts)
      .filter(([, part]) => !part.ready || part.live === false)
      .map(([name, { detail }]) =>
        detail === undefined ? name : `${name}: ${typeof detail === 'string' ? detail : JSON.stringify(detail)}`,
      )
    return { app, address, answers: true, live, ready, reasons }
  } catch {
    return { app, address, answers: false, live: false, ready: false, reasons: [] }
  }
}
