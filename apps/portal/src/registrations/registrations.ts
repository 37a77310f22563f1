import { consentInputs, noConsent, type ConsentDraft } from '../consents/consents'
import { guardianInput, noChild, type ChildDraft } from '../minors/minors'
import type {
  CorrectPersonInput,
  CorrectPersonPageQuery,
  HomeJobInput,
  PurposeTermsFragment,
  RegisterPersonInput,
} from '../graph.generated'

export type Person = NonNullable<CorrectPersonPageQuery['person']>

/** A home job as it is filled in. */
export interface JobDraft {
  employerId: string | null
  title: string | null
  from: string | null
}

/** What is filled in of a person. */
export interface PersonDraft {
  name: string
  phone: string
  identityNumber: string
  /** What becomes of the home job. */
  job: 'same' | 'new' | 'left'
  homeJob: JobDraft
  leftOn: string | null
  /** What is on record and shall be taken away. */
  without: ('phone' | 'identityNumber')[]
  /** To what a new person agrees. */
  consent: ConsentDraft
  /** Whether the person is a child, and who agreed. */
  child: ChildDraft
}

/** An empty form; a new person usually has a home job. */
export const blankPerson: PersonDraft = {
  name: '',
  phone: '',
  identityNumber: '',
  job: 'new',
  homeJob: { employerId: null, title: null, from: null },
  leftOn: null,
  without: [],
  consent: noConsent,
  child: noChild,
}

/** The form of a person who is on record: what is left empty stays. */
export function draftOf({ name }: Person): PersonDraft {
  return { ...blankPerson, name, job: 'same' }
}

/** The home job as it is sent; null while something of it is missing. */
function jobInput({ employerId, title, from }: JobDraft): HomeJobInput | null {
  return employerId && title && from ? { employerId, title, from } : null
}

/** What of a home job is still missing, by the names of its fields. */
export function missingOfJob(job: JobDraft): (keyof JobDraft)[] {
  return (['employerId', 'title', 'from'] as const).filter((field) => !job[field])
}

/** Whether somebody began to fill in the home job: then it is wanted whole. */
export function jobBegun({ job, homeJob }: PersonDraft): boolean {
  return job === 'new' && Boolean(homeJob.employerId ?? homeJob.title ?? homeJob.from)
}

/** The texts that are shown at a registration. */
interface Terms {
  purposes: readonly PurposeTermsFragment[]
  guardianVersion: number
}

/** The command that registers; null while something is missing. A home job that nobody began to fill in is left out. */
export function registration(draft: PersonDraft, terms: Terms, today: string | undefined): RegisterPersonInput | null {
  const { name, phone, identityNumber, job, homeJob } = draft
  const given = job === 'new' ? jobInput(homeJob) : null
  const consents = consentInputs(draft.consent, terms.purposes, today)
  const guardian = guardianInput(draft.child, terms.guardianVersion)
  if (name.trim() === '' || (jobBegun(draft) && !given) || !consents || guardian === undefined) return null
  const child = guardian && { guardian, birthDate: draft.child.birthDate }
  return {
    ...child,
    name: name.trim(),
    phone: phone.trim() || null,
    identityNumber: identityNumber.trim() || null,
    homeJob: given,
    consents,
  }
}

/** The command that corrects, with what was changed only; null while there is nothing to send. */
export function correction(person: Person, draft: PersonDraft, guardianVersion: number): CorrectPersonInput | null {
  const { job, homeJob, leftOn } = draft
  const given = job === 'new' ? jobInput(homeJob) : null
  if (draft.name.trim() === '' || (job === 'new' && !given) || (job === 'left' && !leftOn)) return null
  const guardian = guardianInput(draft.child, guardianVersion)
  if (guardian === undefined) return null
  const changes = {
    ...(draft.name.trim() !== person.name && { name: draft.name.trim() }),
    ...changed('phone', draft),
    ...changed('identityNumber', draft),
    ...(given && { homeJob: given }),
    ...(job === 'left' && { homeJobLeftOn: leftOn }),
    ...(guardian && { guardian }),
    ...(guardian && draft.child.birthDate && { birthDate: draft.child.birthDate }),
  }
  return Object.keys(changes).length > 0 ? { personId: person.id, ...changes } : null
}

/** An empty text takes away what is on record. */
function changed(field: 'phone' | 'identityNumber', draft: PersonDraft): Partial<Pick<CorrectPersonInput, 'phone' | 'identityNumber'>> {
  const typed = draft[field].trim()
  if (typed) return { [field]: typed }
  return draft.without.includes(field) ? { [field]: '' } : {}
}
