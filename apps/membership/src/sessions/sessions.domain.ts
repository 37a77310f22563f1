import type { LocalDate } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit/rights'

/** How somebody came to be signed in. */
export interface Beginning {
  /** Of the account when its password, or whatever opens it, was checked: in another generation the session is over. */
  generation: number
  /** The identity provider asked for a second factor of its own, which counts as the account's. */
  factorElsewhere: boolean
}

/** Somebody who signed in, from then until signing out or until one of two ends. */
export interface Session extends Beginning {
  accountId: string
  startedAt: Date
  usedAt: Date
  /** Whence, as the gateway saw it: an address, and the browser in words. */
  address: string
  browser: string
  /** All keys that it had, in their order. */
  keys: SessionKey[]
}

/** What a browser shows to prove a session: renewed again and again, so that a stolen one is noticed. */
export interface SessionKey {
  /** SHA-256 of the secret. */
  key: string
  /** Since when it is the session's; null: it is offered, and nobody has come with it yet. */
  since: Date | null
}

/**
 * How a session's key stands: `DUE` and `PRESENT` are the last that somebody came with, older than an hour or not; `OFFERED` is the next,
 * used for the first time; `PASSING` was replaced a moment ago, by another request of the same browser; `USED_TWICE` was replaced before that.
 */
export type KeyStanding = 'PRESENT' | 'DUE' | 'OFFERED' | 'PASSING' | 'USED_TWICE'

const HOUR = 3_600_000
const MINUTE = 60_000
/** After so many milliseconds a key is due to be renewed. */
export const KEY_RENEWED_AFTER = HOUR
/** Requests that were on their way with the key before are answered for so many milliseconds. */
export const KEY_PASSES_FOR = MINUTE
/** A session that nobody uses ends after this many milliseconds. */
export const ENDS_UNUSED_AFTER = 8 * HOUR
/** Every session ends this many milliseconds after its start. */
export const ENDS_AFTER = 24 * HOUR

/** Whether a session still holds: neither unused nor open for too long. */
export function isOpen(session: Pick<Session, 'startedAt' | 'usedAt'>, now: Date): boolean {
  const { unusedAt, atLatest } = endsOf(session)
  return now < unusedAt && now < atLatest
}

/** When a session ends: unless it is used before, and in any case. */
export function endsOf({ startedAt, usedAt }: Pick<Session, 'startedAt' | 'usedAt'>): { unusedAt: Date; atLatest: Date } {
  return { unusedAt: new Date(usedAt.getTime() + ENDS_UNUSED_AFTER), atLatest: new Date(startedAt.getTime() + ENDS_AFTER) }
}

/**
 * How a key of this session stands. The next key is offered until somebody comes with it, so an answer that was lost costs nothing; once
 * somebody has, only requests that were on their way come with the one before, and whoever does later has stolen it, or was stolen from.
 */
export function standingOf(keys: readonly SessionKey[], key: string, now: Date): KeyStanding {
  const taken = keys.filter(({ since }) => since !== null)
  const last = taken.at(-1)
  const since = last?.since?.getTime() ?? 0
  if (last?.key === key) return now.getTime() < since + KEY_RENEWED_AFTER ? 'PRESENT' : 'DUE'
  if (keys.some((one) => one.key === key && one.since === null)) return 'OFFERED'
  const isBefore = taken.at(-2)?.key === key
  return isBefore && now.getTime() < since + KEY_PASSES_FOR ? 'PASSING' : 'USED_TWICE'
}

/** What a caller token says of grants: those that are not over, and a role within the same jurisdiction, again or further, as one. It has to fit into a header. */
export function claimedGrants(grants: readonly Grant[], today: LocalDate): Grant[] {
  const open = grants.filter(({ until }) => until === null || until > today).sort((a, b) => (a.from < b.from ? -1 : 1))
  const merged = new Map<string, Grant[]>()
  for (const { role, within, from, until, delegated } of open) {
    const key = JSON.stringify([role, within, delegated])
    const same = merged.get(key) ?? []
    const last = same.at(-1)
    if (!last || (last.until !== null && last.until < from))
      merged.set(key, [...same, { role, within, from, until, ...(delegated && { delegated }) }])
    else if (last.until !== null && (until === null || until > last.until)) last.until = until
  }
  return [...merged.values()].flat()
}
