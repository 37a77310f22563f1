/** How long a mark is sent back: by then every service has followed, or says that it has not. */
const KEPT_MS = 10_000

let kept: { mark: string; until: number }[] = []

/** Remembers the mark of a change of ours, so that the next reads wait for it. */
export function keepMark(mark: string, now = Date.now()): void {
  kept = [...alive(now).filter((entry) => entry.mark !== mark), { mark, until: now + KEPT_MS }]
}

/** The value of the header `sizhang-after`; undefined when nothing was changed of late. */
export function marksHeader(now = Date.now()): string | undefined {
  kept = alive(now)
  return kept.length > 0 ? kept.map(({ mark }) => mark).join(',') : undefined
}

/** Every `mark` in the payloads of a mutation's answer. */
export function marksIn(data: Record<string, unknown> | null | undefined): string[] {
  return Object.values(data ?? {}).flatMap((payload) =>
    payload && typeof payload === 'object' && 'mark' in payload && typeof payload.mark === 'string' ? [payload.mark] : [],
  )
}

const alive = (now: number) => kept.filter(({ until }) => until > now)
