import { LookApproved, LookAsked, NumbersShown, type AreaCode } from '@sizhang/contracts'
import type { Purpose } from '@sizhang/service-kit/personal-data'
import { decided, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { checkMayProcess, type Processing } from '../consents/consents.domain'
import type { Person } from '../persons/persons.domain'

/** A number that is shown in plain; a guardian's is shown of a child alone. */
export type ShownField = 'PHONE' | 'IDENTITY_NUMBER' | 'GUARDIAN_PHONE'

/** What a number is looked at for (PIPL Art.6). */
type AccessPurpose = 'CONTACT_ABOUT_POST' | 'VERIFY_IDENTITY' | 'ACTIVITY_REGISTRATION' | 'REQUEST_OF_PERSON'

/** That somebody looked at a person's numbers in plain: never changed. The reason goes when the person is erased, as it may name him. */
export interface Access {
  personId: string
  /** The account that looked. */
  accountId: string
  at: Date
  fields: ShownField[]
  /** What for, from the list of purposes (PIPL Art.6). */
  purpose: AccessPurpose
  /** Why, in words. */
  reason: string
  /** Areas where the person works, and holds or held posts. */
  path: AreaCode[]
  /** Of a child under fourteen: which account approved, and when; null: nobody yet. Absent: it needs no approval. */
  approved?: { by: string; at: Date } | null
}

/** What is said before a number is shown. */
export interface ShowNumbers {
  personId: string
  fields: readonly ShownField[]
  purpose: AccessPurpose
  reason: string
}

/** Numbers are shown for so many milliseconds after the look was recorded, or approved. */
const SHOWN_FOR = 5 * 60_000
/** A request to look waits for so many milliseconds. */
const WAITS_FOR = 24 * 3_600_000

/** The purpose of processing that a look belongs to; what a person asks for himself needs no other consent. */
const PROCESSING: Record<AccessPurpose, Purpose | null> = {
  CONTACT_ABOUT_POST: 'CONTACT',
  VERIFY_IDENTITY: 'MEMBERSHIP_AND_POSTS',
  ACTIVITY_REGISTRATION: 'ACTIVITY_PARTICIPATION',
  REQUEST_OF_PERSON: null,
}

/** What is needed for a purpose: no other number is shown for it (PIPL Art.6). */
const NEEDED: Record<AccessPurpose, readonly ShownField[]> = {
  CONTACT_ABOUT_POST: ['PHONE', 'GUARDIAN_PHONE'],
  VERIFY_IDENTITY: ['IDENTITY_NUMBER'],
  ACTIVITY_REGISTRATION: ['PHONE', 'IDENTITY_NUMBER', 'GUARDIAN_PHONE'],
  REQUEST_OF_PERSON: ['PHONE', 'IDENTITY_NUMBER', 'GUARDIAN_PHONE'],
}

/**
 * Refuses a look at what its purpose does not need, and one to which the person does not consent, also where it was recorded before the consent
 * was withdrawn. Whoever does not consent to be called has told that his phone is shown no more: but for what he asks for himself.
 */
export function checkLookAllowed(
  person: Pick<Person, 'legalBases'>,
  { purpose, fields }: Pick<ShowNumbers, 'purpose' | 'fields'>,
  processing: Pick<Processing, 'bases' | 'language'>,
): void {
  const beyond = fields.find((field) => !NEEDED[purpose].includes(field))
  if (beyond) throw new Rejected('ACCESS_FIELD_NOT_NEEDED', { field: 'fields', value: beyond })
  const use = PROCESSING[purpose]
  if (use) checkMayProcess(person, use, processing)
  if (use && fields.includes('PHONE')) checkMayProcess(person, 'CONTACT', processing)
}

/** Records that numbers are shown, before they are. */
export function showNumbers(
  accessId: string,
  { personId, fields, purpose, reason }: ShowNumbers,
  { accountId, at, path }: Pick<Access, 'accountId' | 'at' | 'path'>,
): Decision<Access> {
  const shown = [...new Set(fields)].filter((field) => field !== 'GUARDIAN_PHONE')
  if (shown.length === 0) throw new Rejected('ACCESS_FIELDS_NONE', { field: 'fields' })
  const access = { personId, accountId, at, fields: shown, purpose, path }
  return decided(
    { ...access, reason: plainText('reason', reason, { min: 3, max: 200 }) },
    NumbersShown.of({ accessId, personId, fields: shown, purpose }),
  )
}

/** Asks to look at the numbers of a child under fourteen: nothing is shown before a second person approves (PIPL Art.31). */
export function askToLook(
  accessId: string,
  { personId, fields, purpose, reason }: ShowNumbers,
  { accountId, at, path }: Pick<Access, 'accountId' | 'at' | 'path'>,
): Decision<Access> {
  const asked = [...new Set(fields)]
  if (asked.length === 0) throw new Rejected('ACCESS_FIELDS_NONE', { field: 'fields' })
  const access = { personId, accountId, at, fields: asked, purpose, path, approved: null }
  return decided(
    { ...access, reason: plainText('reason', reason, { min: 3, max: 200 }) },
    LookAsked.of({ accessId, personId, fields: asked, purpose }),
  )
}

/** A second person approves a look: from now on the numbers are shown to who asked. Refused to himself, twice, and after a day. */
export function approveLook(access: Access & { _id: string }, by: string, now: Date): Decision<Access> {
  const { _id: accessId, personId, accountId, at, approved } = access
  if (approved !== null) throw new Rejected('LOOK_DECIDED', { field: 'accessId' })
  if (accountId === by) throw new Rejected('LOOK_OWN', { field: 'accessId' })
  if (now >= lapsesAt(at)) throw new Rejected('LOOK_REQUEST_OVER', { field: 'accessId', value: lapsesAt(at).toISOString() })
  return decided({ ...access, approved: { by, at: now } }, LookApproved.of({ accessId, personId }))
}

/** When a request of a moment ends that nobody approved. */
function lapsesAt(asked: Date): Date {
  return new Date(asked.getTime() + WAITS_FOR)
}

/** The moment before which a request of now is over. */
export function askedSince(now: Date): Date {
  return new Date(now.getTime() - WAITS_FOR)
}

/** Who wants to see what a recorded look shows, and of whom. */
interface Showing {
  accountId: string
  personId: string
  /** Whether the person is under fourteen now: shown is what a second person approved, and nothing else. */
  needsApproval: boolean
}

/**
 * Until when the numbers of a recorded look are shown, to who looked; of one that waits for approval, until when it waits. Refused afterwards, to
 * anybody else, and for anybody else's numbers: a look of its own is on record.
 */
export function shownUntil(
  { accountId, personId, at, approved }: Pick<Access, 'accountId' | 'personId' | 'at' | 'approved'>,
  asking: Showing,
  now: Date,
): Date {
  if (accountId !== asking.accountId || personId !== asking.personId) throw new Rejected('IDEMPOTENCY_KEY_REUSED', { field: 'commandId' })
  if (asking.needsApproval && approved === undefined) throw new Rejected('ACCESS_OVER', { value: at.toISOString() })
  const until = approved === null ? lapsesAt(at) : new Date((approved?.at ?? at).getTime() + SHOWN_FOR)
  if (now >= until) throw new Rejected('ACCESS_OVER', { value: until.toISOString() })
  return until
}
