import {
  HomeJobLeft,
  HomeJobTaken,
  PersonCorrected,
  PersonRegistered,
  type AreaCode,
  type Fact,
  type Level,
  type LocalDate,
} from '@sizhang/contracts'
import type { Title } from '@sizhang/packs'
import { decided, inForce, isIdentityNumber, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'
import { basesOfRegistration, type GiveConsent, type LegalBasis, type Processing } from '../consents/consents.domain'
import { correctedMinor, isMinor, minorOf, type AgeGiven, type Minor } from '../minors/minors.domain'
import { checkNotErased, type Erased } from './erased.domain'

/** A private value as it is kept: encrypted, with a keyed index by which equal values are found. */
export interface Sealed {
  sealed: string
  index: string
}

/** 本职: where somebody works and as what, with what the pack said of the title on the first day. */
export interface HomeJob extends Interval {
  employerId: string
  title: string
  department: string
  packVersion: string
  /** The head that the title stands for; null: none. */
  head: string | null
  /** Levels of the associations in which the title counts. */
  countsAt: readonly Level[]
  /** Areas of the employer, from the city down. */
  path: AreaCode[]
}

/** That the person asked to be erased, and what an officer said to it (PIPL Art.47 and 50). */
export interface ErasureRequest {
  on: LocalDate
  /** Why it was declined; null: nobody has decided yet. */
  declined: { on: LocalDate; reason: string } | null
}

/** 人员: a person of the network. Home jobs follow one another, oldest first; there is one at a time. */
export interface Person {
  name: string
  phone: Sealed | null
  identityNumber: Sealed | null
  homeJobs: HomeJob[]
  /** When the network began to keep the person's data. */
  registeredOn: LocalDate
  /** On what the use of the data rests, purpose by purpose; absent: the person was neither told nor asked yet. */
  legalBases?: LegalBasis[]
  /** Of whom is or was under fourteen here. */
  minor?: Minor
  erasureRequest?: ErasureRequest
  erased?: Erased
}

interface HomeJobGiven {
  employerId: string
  title: string
  from: LocalDate
}

/** What a clerk says of a new person; phone and identity number are sealed before they come here. */
export interface RegisterPerson extends AgeGiven {
  name: string
  phone?: Sealed | null | undefined
  identityNumber?: Sealed | null | undefined
  homeJob?: HomeJobGiven | null
  consents?: readonly GiveConsent[] | null
}

/** What is put right. Left out: it stays. A phone or identity number of `null` is taken away. */
export interface CorrectPerson extends Partial<Omit<RegisterPerson, 'consents'>> {
  homeJobLeftOn?: LocalDate | null
}

/** What the decision has to know of a home job: the employer as it is known here, the title as its pack has it; null: unknown. */
export interface PersonSurroundings {
  today: LocalDate
  /** Whether the person holds or held a post. */
  hasPosts?: boolean
  employer: { kind: string; path: AreaCode[] } | null
  title: (Title & { packVersion: string }) | null
  /** Names for a refusal, in the reader's language: of the title, of the kind of employer, and of the kinds that the title belongs to. */
  words: { title: string; kind: string; allowed: string }
}

const MOBILE = /^1[3-9]\d{9}$/
const FIXED = /^0(10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/

/** A phone number in its one form, digits only: a mobile number, or a fixed one with its area code. Undefined: it is none. */
export function readPhone(text: string): string | undefined {
  const signs = text.normalize('NFKC').replace(/[\s()-]/g, '')
  const digits = signs.replace(/^(\+|00)86/, '')
  const national = digits === signs || MOBILE.test(digits) || digits.startsWith('0') ? digits : `0${digits}`
  return MOBILE.test(national) || FIXED.test(national) ? national : undefined
}

/** An identity number in its one form: 18 characters, a real birth date, a fitting check character. Undefined: it is none. */
export function readIdentityNumber(text: string): string | undefined {
  const number = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return isIdentityNumber(number) ? number : undefined
}

/** A phone that nobody may call, and a child's, as it is shown: no digit of it. */
export const HIDDEN_PHONE = '***********'

/** The same of an identity number. */
export const HIDDEN_NUMBER = '******************'

/** A phone as it is shown: the first three and the last four digits. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** An identity number as it is shown: the first and the last character. */
export function maskedIdentityNumber(number: string): string {
  return `${number.slice(0, 1)}${'*'.repeat(number.length - 2)}${number.slice(-1)}`
}

/** The head that somebody is on a day; with a level, only as far as the title counts in the associations of that level. */
export function headOn({ homeJobs }: Pick<Person, 'homeJobs'>, on: LocalDate, level: Level | null = null): string | null {
  const job = homeJobs.find((held) => inForce(held, on))
  return job && (level === null || job.countsAt.includes(level)) ? job.head : null
}

/** Registers a person, with or without a home job, and to what he agrees; a child under fourteen once the guardian agreed. */
export function registerPerson(
  personId: string,
  command: RegisterPerson,
  surroundings: PersonSurroundings,
  processing: Processing,
): Decision<Person> {
  const child = minorOf(personId, command, processing.today)
  if (child && command.homeJob) throw new Rejected('MINOR_HOLDS_POST', { field: 'homeJob' })
  const agreed = basesOfRegistration(personId, command.consents ?? [], processing)
  const person: Person = {
    name: personName(command.name),
    phone: command.phone ?? null,
    identityNumber: command.identityNumber ?? null,
    homeJobs: [],
    registeredOn: processing.today,
    legalBases: agreed.legalBases,
    ...(child && { minor: child.minor }),
  }
  const { state, facts } = command.homeJob ? takeHomeJob(personId, person, command.homeJob, surroundings) : decided(person)
  return decided(state, PersonRegistered.of({ personId }), ...(child?.facts ?? []), ...agreed.facts, ...facts)
}

/** Puts right what is recorded, and notes that a home job was left or that another began. */
export function correctPerson<Known extends Person & { _id: string }>(
  person: Known,
  command: CorrectPerson,
  surroundings: PersonSurroundings,
): Decision<Person> {
  checkNotErased(person)
  const age = correctedMinor(person._id, person.minor, command, surroundings.today)
  const becomesChild = isMinor(age, surroundings.today) && !isMinor(person, surroundings.today)
  const works = command.homeJob || (becomesChild && (person.homeJobs.length > 0 || surroundings.hasPosts))
  if (works && isMinor(age, surroundings.today)) throw new Rejected('MINOR_HOLDS_POST', { field: 'identityNumber' })
  const corrected: Known = {
    ...person,
    ...(age.minor && { minor: age.minor }),
    name: command.name === undefined ? person.name : personName(command.name),
    phone: command.phone === undefined ? person.phone : command.phone,
    identityNumber: command.identityNumber === undefined ? person.identityNumber : command.identityNumber,
  }
  const left = command.homeJobLeftOn ? leaveHomeJob(person._id, corrected, command.homeJobLeftOn) : decided<Person>(corrected)
  const taken = command.homeJob ? takeHomeJob(person._id, left.state, command.homeJob, surroundings) : decided(left.state)
  return decided(taken.state, ...corrections(person, corrected), ...age.facts, ...left.facts, ...taken.facts)
}

function corrections(before: Person & { _id: string }, after: Person): Fact[] {
  const fields = [
    ...(before.name === after.name ? [] : (['name'] as const)),
    ...(before.phone?.index === after.phone?.index ? [] : (['phone'] as const)),
    ...(before.identityNumber?.index === after.identityNumber?.index ? [] : (['identityNumber'] as const)),
  ]
  return fields.length > 0 ? [PersonCorrected.of({ personId: before._id, fields })] : []
}

/** A home job begins; the one before ends on its first day. The title's head is that of its pack on this day, and stays so. */
function takeHomeJob(
  personId: string,
  person: Person,
  given: HomeJobGiven,
  { employer, title, words }: PersonSurroundings,
): Decision<Person> {
  const { employerId, from } = given
  if (!employer) throw new Rejected('EMPLOYER_UNKNOWN', { field: 'homeJob.employerId', value: employerId })
  if (!title) throw new Rejected('TITLE_UNKNOWN', { field: 'homeJob.title', value: given.title })
  if (title.employerKinds && !title.employerKinds.includes(employer.kind)) {
    throw new Rejected('TITLE_NOT_AT_EMPLOYER', { field: 'homeJob.title', value: given.title, ...words })
  }
  const before = person.homeJobs.at(-1)
  if (before && (from <= before.from || (before.until !== null && from < before.until))) {
    throw new Rejected('HOME_JOB_NOT_LATER', { field: 'homeJob.from', value: from, from: before.from })
  }
  const left = before?.until === null ? leaveHomeJob(personId, person, from) : decided(person)
  const { department, packVersion, levels: countsAt, head } = title
  const { path } = employer
  const job: HomeJob = { employerId, title: title.code, department, packVersion, head, countsAt, path, from, until: null }
  const fact = HomeJobTaken.of({ personId, employerId, title: title.code, head, packVersion, path, from })
  return decided({ ...left.state, homeJobs: [...left.state.homeJobs, job] }, ...left.facts, fact)
}

/** The running home job ends on a day: its head is lost from then on, never backwards (domain (c) 4). */
function leaveHomeJob(personId: string, person: Person, on: LocalDate): Decision<Person> {
  const job = person.homeJobs.at(-1)
  if (!job || job.until !== null) throw new Rejected('HOME_JOB_NONE', { field: 'homeJobLeftOn', value: on })
  if (on <= job.from) throw new Rejected('HOME_JOB_LEFT_TOO_EARLY', { field: 'homeJobLeftOn', value: on, from: job.from })
  const homeJobs = [...person.homeJobs.slice(0, -1), { ...job, until: on }]
  return decided({ ...person, homeJobs }, HomeJobLeft.of({ personId, employerId: job.employerId, on }))
}

function personName(text: string): string {
  return plainText('name', text, { min: 2, max: 40 })
}
