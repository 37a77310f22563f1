import { ConsentGiven, ConsentWithdrawn, type Fact, type LocalDate } from '@sizhang/contracts'
import {
  currentText,
  purposeCodes,
  purposes,
  textOf,
  type Bases,
  type BasisKind,
  type Language,
  type Purpose,
} from '@sizhang/service-kit/personal-data'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'

/** How somebody agreed: on a screen, or by a signed paper that a clerk keeps. */
export type ConsentMeans = 'ON_SCREEN' | 'SIGNED_PAPER'

/** On what the use of a person's data rests for one purpose: since when, and which text was shown. */
export interface LegalBasis {
  purpose: Purpose
  kind: BasisKind
  textVersion: number
  on: LocalDate
  /** Null: nobody had to agree. */
  means: ConsentMeans | null
  /** Null: it holds. */
  withdrawnOn: LocalDate | null
}

/** What is said of a consent. */
export interface GiveConsent {
  purpose: Purpose
  /** The text that was shown, or printed on the paper. */
  textVersion: number
  means: ConsentMeans
  /** The day of the signature. */
  on: LocalDate
}

/** What a decision about consents has to know. */
export interface Processing {
  bases: Bases
  today: LocalDate
  /** In which a refusal names the purpose. */
  language: Language
}

interface WithBases {
  legalBases?: readonly LegalBasis[] | undefined
}
type Known = WithBases & { _id: string }

/** Whether data of a person may be used for a purpose: where that rests on consent, only once it was given and while it is not withdrawn (PIPL Art.13, 15). */
export function mayProcess({ legalBases = [] }: WithBases, purpose: Purpose, bases: Bases): boolean {
  if (bases[purpose] !== 'CONSENT') return true
  const basis = legalBases.find((kept) => kept.purpose === purpose)
  return basis?.kind === 'CONSENT' && basis.withdrawnOn === null
}

/** Refuses a use to which the person does not consent. */
export function checkMayProcess(person: WithBases, purpose: Purpose, { bases, language }: Pick<Processing, 'bases' | 'language'>): void {
  if (!mayProcess(person, purpose, bases))
    throw new Rejected('CONSENT_MISSING', { field: 'purpose', value: purpose, ...named(purpose, language) })
}

/** The bases of somebody who is registered: what needs no consent was told to him, the rest is as he agreed. */
export function basesOfRegistration(
  personId: string,
  consents: readonly GiveConsent[],
  processing: Processing,
): { legalBases: LegalBasis[]; facts: Fact[] } {
  const { bases, today } = processing
  const told = purposeCodes.filter((purpose) => bases[purpose] !== 'CONSENT')
  const legalBases = told.map((purpose) => ({
    purpose,
    kind: bases[purpose],
    textVersion: currentText(purpose).version,
    on: today,
    means: null,
    withdrawnOn: null,
  }))
  let person: Decision<Known> = decided({ _id: personId, legalBases })
  const facts: Fact[] = []
  for (const [place, consent] of consents.entries()) {
    person = giveConsent(person.state, consent, processing, `consents.${place}.`)
    facts.push(...person.facts)
  }
  return { legalBases: [...(person.state.legalBases ?? [])], facts }
}

/** Whether somebody can have agreed to a text: on a screen the present one alone is shown, a paper may bear an earlier one. */
export function canHaveBeenShown(textVersion: number, means: ConsentMeans, present: number): boolean {
  return means === 'SIGNED_PAPER' ? textVersion <= present : textVersion === present
}

/**
 * Notes that the person agrees to a purpose, and to which text, on no day to come, none on which the text was not there yet, and none before he
 * withdrew: the paper of that time is not in force any more (PIPL Art.15). A newer text takes the place of an earlier one.
 */
export function giveConsent<Person extends Known>(
  person: Person,
  { purpose, textVersion, means, on }: GiveConsent,
  { bases, today, language }: Processing,
  at = '',
): Decision<Person> {
  if (bases[purpose] !== 'CONSENT')
    throw new Rejected('CONSENT_NOT_ASKED', { field: `${at}purpose`, value: purpose, ...named(purpose, language) })
  const text = textOf(purpose, textVersion)
  const { version } = currentText(purpose)
  if (!text || !canHaveBeenShown(textVersion, means, version))
    throw new Rejected('CONSENT_TEXT_OTHER', { field: `${at}textVersion`, value: textVersion, version })
  const { legalBases = [] } = person
  const before = legalBases.find((kept) => kept.purpose === purpose)
  const from = laterOf(text.from, before?.withdrawnOn ?? text.from)
  if (on > today || on < from) throw new Rejected('CONSENT_DAY_WRONG', { field: `${at}on`, value: on, from, today })
  if (mayProcess(person, purpose, bases) && before && before.textVersion >= textVersion)
    throw new Rejected('CONSENT_GIVEN_ALREADY', { field: `${at}purpose`, value: purpose, on: before.on, ...named(purpose, language) })
  const given: LegalBasis = { purpose, kind: 'CONSENT', textVersion, on, means, withdrawnOn: null }
  return decided(
    { ...person, legalBases: [...legalBases.filter((kept) => kept !== before), given] },
    ConsentGiven.of({ personId: person._id, purpose, textVersion, means, on }),
  )
}

/** The person agrees no more, as easily as he agreed (PIPL Art.15). What rests on another basis goes on. */
export function withdrawConsent<Person extends Known>(
  person: Person,
  purpose: Purpose,
  { bases, today, language }: Processing,
): Decision<Person> {
  if (bases[purpose] !== 'CONSENT')
    throw new Rejected('CONSENT_NOT_ASKED', { field: 'purpose', value: purpose, ...named(purpose, language) })
  if (!mayProcess(person, purpose, bases))
    throw new Rejected('CONSENT_NONE', { field: 'purpose', value: purpose, ...named(purpose, language) })
  return withdrewConsent(person, purpose, today)
}

/** The same for a withdrawal of before that a restored backup does not know yet; without a fact where there is no consent of that day or before. */
export function withdrewConsent<Person extends Known>(person: Person, purpose: Purpose, on: LocalDate): Decision<Person> {
  const isMeant = (kept: LegalBasis) => kept.purpose === purpose && kept.kind === 'CONSENT' && kept.withdrawnOn === null && kept.on <= on
  if (!person.legalBases?.some(isMeant)) return decided(person)
  const legalBases = person.legalBases.map((kept) => (isMeant(kept) ? { ...kept, withdrawnOn: on } : kept))
  return decided({ ...person, legalBases }, ConsentWithdrawn.of({ personId: person._id, purpose, on }))
}

function laterOf(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? other : one
}

/** The name of a purpose, for the text of a refusal. */
function named(purpose: Purpose, language: Language): { purpose: string } {
  return { purpose: purposes[purpose].name[language] }
}
