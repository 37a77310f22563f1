import type { Language } from '../refusals'
import type { Grant } from '../rights/grant'

/** Who calls, as the caller token and the request's headers say. */
export interface Caller {
  /** Opaque id of the account. */
  accountId: string
  /** Name the account signs in with. */
  name: string
  /** What the account was granted; which of it holds is a matter of the day. */
  grants: readonly Grant[]
  language: Language
  /** Marks of the caller's own writes that reads must have seen (`sizhang-after`). */
  after: string[]
  traceparent?: string | undefined
  /** Network address, as the gateway saw it; undefined: the request did not come through the gateway. */
  address?: string | undefined
  /** Follows one request through services, events and logs. */
  correlationId: string
}

/** Chinese unless the reader prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh'
}
