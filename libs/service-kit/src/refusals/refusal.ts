/** The families of refusal: what a program can act on without knowing the single rule. */
export type RefusalFamily =
  'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'IDEMPOTENCY_KEY_REUSED' | 'RATE_LIMITED' | 'UNAVAILABLE'

/** One refusal: its texts may name details as `{detail}`. The hint is the way out. */
export interface Refusal {
  family: RefusalFamily
  /** Clause of the notice, article of a law or section of the design that the rule comes from. */
  rule?: string
  zh: { message: string; hint: string }
  en: { message: string; hint: string }
}

/** Keeps the codes of a catalogue as literal types. */
export function refusals<Code extends string>(catalogue: Record<Code, Refusal>): Record<Code, Refusal> {
  return catalogue
}
