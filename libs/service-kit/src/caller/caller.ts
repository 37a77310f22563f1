import type { Language } from '../refusals'

/** Who calls, as the caller token and the request's headers say. */
export interface Caller {
  /** Opaque id of the account. */
  accountId: string
  /** Name the account signs in with. */
  name: string
  roles: string[]
  language: Language
  /** Marks of the caller's own writes that reads must have seen (`sizhang-after`). */
  after: string[]
  traceparent?: string | undefined
  /** Follows one request through services, events and logs. */
  correlationId: string
}

/** Chinese unless the reader prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh'
}
