import type { AccessPurpose, LegalBasisLineFragment, Purpose, ShownField } from '../graph.generated'

/** A number in plain, and until when. */
export interface ShownNumber {
  number: string
  until: string
}

/** A look that waits for the approval of a second person, as it was asked for. */
export interface AskedLook {
  /** The command: sent again once it is approved, it shows the number. */
  request: string
  purpose: AccessPurpose
  reason: string
  /** Until when it waits. */
  until: string
}

/** A look that was asked for and has not lapsed; null: none. */
export function stillAsked(asked: AskedLook | null, now: number): AskedLook | null {
  return asked && timeLeft(asked.until, now) !== null ? asked : null
}

/** How long is left until an instant, as minutes and seconds; null: it has come. */
export function timeLeft(until: string, now: number): string | null {
  const seconds = Math.ceil((Date.parse(until) - now) / 1_000)
  if (seconds <= 0) return null
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** What a number is looked at for, with the use of personal data that it is part of; what the person asks for himself needs no consent. */
const USES: Record<AccessPurpose, Purpose | null> = {
  CONTACT_ABOUT_POST: 'CONTACT',
  VERIFY_IDENTITY: 'MEMBERSHIP_AND_POSTS',
  ACTIVITY_REGISTRATION: 'ACTIVITY_PARTICIPATION',
  REQUEST_OF_PERSON: null,
}

/** The purposes that need a number; what a person asks for himself may need any. */
const NEED: Record<ShownField, readonly AccessPurpose[]> = {
  PHONE: ['CONTACT_ABOUT_POST', 'ACTIVITY_REGISTRATION', 'REQUEST_OF_PERSON'],
  IDENTITY_NUMBER: ['VERIFY_IDENTITY', 'ACTIVITY_REGISTRATION', 'REQUEST_OF_PERSON'],
  GUARDIAN_PHONE: ['CONTACT_ABOUT_POST', 'ACTIVITY_REGISTRATION', 'REQUEST_OF_PERSON'],
}

/** The purposes for which a number of a person may be looked at: none to which he does not consent, and his phone for none where he is not to be called. */
export function purposesFor(field: ShownField, bases: readonly LegalBasisLineFragment[]): AccessPurpose[] {
  const consents = (use: Purpose) => bases.some(({ purpose, inForce }) => purpose.code === use && inForce)
  return NEED[field].filter((purpose) => {
    const use = USES[purpose]
    return use === null || (consents(use) && (field !== 'PHONE' || consents('CONTACT')))
  })
}
