import { GuardianConsented, GuardianWithdrew, type Fact, type LocalDate } from '@sizhang/contracts'
import { currentGuardianText, guardianTextOf } from '@sizhang/service-kit/personal-data'
import { addDays, addMonths, decided, Rejected, type Decision } from '@sizhang/service-kit/rules'

/** In what relation the guardian stands to the child (Civil Code Art.27). */
type GuardianRelation = 'PARENT' | 'GRANDPARENT' | 'SIBLING' | 'OTHER_GUARDIAN'

/** 监护人: who agreed that data of a child is kept. Name and phone are sealed before they come here. */
export interface Guardian {
  name: string
  phone: string
  relation: GuardianRelation
  /** The text that was signed, and the day. */
  textVersion: number
  on: LocalDate
}

/** That somebody is under fourteen, until the day from which he is not, and who agreed. The birth date itself is not kept. */
export interface Minor {
  until: LocalDate
  /** Null: nobody yet, as the release that registered the child did not ask. */
  guardian: Guardian | null
  /** Since when the guardian agrees no more; absent: he does. */
  withdrawnOn?: LocalDate
}

/** What is said of a birth date and a guardian. */
export interface AgeGiven {
  bornOn?: LocalDate | undefined
  guardian?: Guardian | null | undefined
}

const FOURTEEN_YEARS = 14 * 12

/** The birth date that stands in an identity number (GB 11643-1999). */
export function birthDateIn(identityNumber: string): LocalDate {
  return [identityNumber.slice(6, 10), identityNumber.slice(10, 12), identityNumber.slice(12, 14)].join('-')
}

/** The birth date of what was said. Refused when the two of them differ. */
export function bornOn(birthDate: LocalDate | null | undefined, identityNumber: string | undefined): LocalDate | undefined {
  const read = identityNumber === undefined ? undefined : birthDateIn(identityNumber)
  if (birthDate && read && birthDate !== read) throw new Rejected('BIRTH_DATE_WRONG', { field: 'birthDate' })
  return read ?? birthDate ?? undefined
}

/**
 * The first day on which somebody is fourteen: the day after the birthday, as the day of the birth does not count and a term of years ends with the
 * day that is like it, or the last of February (Civil Code Art.201, 202).
 */
export function fourteenFrom(born: LocalDate): LocalDate {
  return addDays(addMonths(born, FOURTEEN_YEARS), 1)
}

/** Whether somebody is under fourteen on a day: by the date, with nothing to be done when it comes. */
export function isMinor({ minor }: { minor?: Minor | undefined }, on: LocalDate): boolean {
  return minor !== undefined && on < minor.until
}

/** Refuses a use of a child's data while no guardian agrees to it (PIPL Art.31). */
export function checkGuardianAgrees({ minor }: { minor?: Minor | undefined }, today: LocalDate): void {
  if (isMinor({ minor }, today) && (!minor?.guardian || minor.withdrawnOn)) throw new Rejected('GUARDIAN_NOT_AGREED', { field: 'personId' })
}

/** The guardian agrees no more (PIPL Art.15, 31): nobody looks at the child's numbers, and whoever may erase alone finds the child. */
export function withdrawGuardianConsent<Known extends { _id: string; minor?: Minor }>(person: Known, today: LocalDate): Decision<Known> {
  if (!isMinor(person, today)) throw new Rejected('GUARDIAN_NOT_AGREED', { field: 'personId' })
  checkGuardianAgrees(person, today)
  return guardianWithdrew(person, today)
}

/** The same for a withdrawal of before that a restored backup does not know yet; without a fact where no guardian agreed on that day or before. */
export function guardianWithdrew<Known extends { _id: string; minor?: Minor }>(person: Known, on: LocalDate): Decision<Known> {
  const { _id: personId, minor } = person
  if (!minor?.guardian || minor.withdrawnOn || minor.guardian.on > on) return decided(person)
  return decided({ ...person, minor: { ...minor, withdrawnOn: on } }, GuardianWithdrew.of({ personId, on }))
}

/**
 * What is kept of a child under fourteen, once the guardian agreed; undefined: he is none, and no guardian is kept. Refused, with nothing kept,
 * while the consent is missing (PIPL Art.31).
 */
export function minorOf(
  personId: string,
  { bornOn: born, guardian }: AgeGiven,
  today: LocalDate,
): { minor: Minor; facts: Fact[] } | undefined {
  const until = born === undefined ? undefined : fourteenAfter(born, today)
  if (until === undefined || until <= today) {
    if (guardian) throw new Rejected('GUARDIAN_NOT_NEEDED', { field: 'guardian' })
    return undefined
  }
  if (!guardian) throw new Rejected('GUARDIAN_MISSING', { field: 'guardian' })
  return agreed(personId, until, guardian, today)
}

/**
 * What a correction changes of it, by what is on record; without `minor` that stays as it is. Time alone takes a child's protection away, and the proof of the consent stays for its term:
 * what would make somebody fourteen earlier is refused, as one hand alone would open his numbers by it (PIPL Art.31).
 */
export function correctedMinor(
  personId: string,
  before: Minor | undefined,
  { bornOn: born, guardian }: AgeGiven,
  today: LocalDate,
): { minor?: Minor; facts: Fact[] } {
  if (!before || !isMinor({ minor: before }, today)) return minorOf(personId, { bornOn: born, guardian }, today) ?? { facts: [] }
  const until = born === undefined ? before.until : fourteenAfter(born, today)
  if (until < before.until) throw new Rejected('MINOR_ON_RECORD', { field: 'identityNumber' })
  return guardian ? agreed(personId, until, guardian, today, before.withdrawnOn) : { minor: { ...before, until }, facts: [] }
}

function fourteenAfter(born: LocalDate, today: LocalDate): LocalDate {
  if (born > today) throw new Rejected('BIRTH_DATE_WRONG', { field: 'birthDate' })
  return fourteenFrom(born)
}

function agreed(
  personId: string,
  until: LocalDate,
  guardian: Guardian,
  today: LocalDate,
  withdrawnOn?: LocalDate,
): { minor: Minor; facts: Fact[] } {
  const { textVersion, on } = guardian
  const text = guardianTextOf(textVersion)
  if (!text)
    throw new Rejected('CONSENT_TEXT_OTHER', { field: 'guardian.textVersion', value: textVersion, version: currentGuardianText().version })
  const from = withdrawnOn !== undefined && withdrawnOn > text.from ? withdrawnOn : text.from
  if (on > today || on < from) throw new Rejected('CONSENT_DAY_WRONG', { field: 'guardian.on', value: on, from, today })
  return { minor: { until, guardian }, facts: [GuardianConsented.of({ personId, textVersion, on })] }
}
