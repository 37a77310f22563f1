import type { ConsentInput, ConsentMeans, LegalBasisLineFragment, Purpose, PurposeTermsFragment } from '../graph.generated'

/** How it stands with a purpose: it needs no consent, or the consent was given, withdrawn, or never asked for. */
export type Standing = 'notAsked' | 'given' | 'withdrawn' | 'none'

/** How it stands with one purpose. */
export function standingOf({ purpose, inForce, withdrawnOn }: LegalBasisLineFragment): Standing {
  if (purpose.basis !== 'CONSENT') return 'notAsked'
  if (inForce) return 'given'
  return withdrawnOn ? 'withdrawn' : 'none'
}

/** Consents as they are filled in: all of one person at once, given in the same way on the same day. */
export interface ConsentDraft {
  purposes: Purpose[]
  means: ConsentMeans
  /** Day of the signature on a paper. */
  on: string | null
}

/** Nobody agrees to anything before he says so. */
export const noConsent: ConsentDraft = { purposes: [], means: 'SIGNED_PAPER', on: null }

/** The consents as they are sent; null while the day of the paper is missing. What is agreed to on a screen is agreed to today. */
export function consentInputs(
  { purposes, means, on }: ConsentDraft,
  terms: readonly PurposeTermsFragment[],
  today: string | undefined,
): ConsentInput[] | null {
  const day = means === 'SIGNED_PAPER' ? on : today
  if (purposes.length === 0) return []
  if (!day) return null
  return terms
    .filter(({ code }) => purposes.includes(code))
    .map(({ code: purpose, textVersion }) => ({ purpose, textVersion, means, on: day }))
}
