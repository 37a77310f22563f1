import { AccountClosed, ErasureAsked, ErasureDeclined, PersonErased, type LocalDate } from '@sizhang/contracts'
import { decided, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'
import type { Account } from '../accounts/account.domain'
import { closeAccount } from '../accounts/accounts.domain'
import type { Giving } from '../grants/grants.domain'
import { checkNotErased } from '../persons/erased.domain'
import type { Person } from '../persons/persons.domain'

/** A person as far as an erasure cares. */
type Known = Person & { _id: string }

/** What an erasure has to know of others. */
export interface ErasureSurroundings {
  /** All posts of the person, past, present and to come. */
  posts: readonly Interval[]
  today: LocalDate
}

/** The posts for which a person is still needed: held today or later. */
export function postsInTheWay<Post extends Interval>(posts: readonly Post[], today: LocalDate): Post[] {
  return posts.filter(({ until }) => until === null || until > today)
}

/**
 * Removes for good what tells who a person was: name, numbers and their keyed index (PIPL Art.47). Posts and home jobs stay under the opaque
 * id, so that no figure changes. Refused while a post is held or to come: an office is not held by nobody.
 */
export function erasePerson(person: Known, ground: string, { posts, today }: ErasureSurroundings): Decision<Person> {
  checkNotErased(person)
  const held = postsInTheWay(posts, today)
  if (held.length > 0) throw new Rejected('PERSON_HOLDS_POST', { field: 'personId', value: person._id, count: held.length })
  return erasedPerson(person, ground, today)
}

/** The same for an erasure that was decided before, and that a restored backup does not know yet: nothing stands in its way. */
export function erasedPerson({ _id: personId, homeJobs, registeredOn }: Known, ground: string, on: LocalDate): Decision<Person> {
  const state: Person = { name: '', phone: null, identityNumber: null, homeJobs, registeredOn, erased: { on, ground } }
  return decided(state, PersonErased.of({ personId, ground, on }))
}

/** Closes the account of an erased person, by the rules of closing one, and takes its names: they tell whose it was. */
export function eraseAccount(account: Account, accountId: string, giving: Giving): Decision<Account> {
  const closed = account.closed ? decided(account) : closeAccount(account, accountId, giving)
  return decided(erasedAccount(closed.state, accountId).state, ...closed.facts)
}

/** The same for an erasure that was decided before, and that a restored backup does not know yet. */
export function erasedAccount(account: Account, accountId: string): Decision<Account> {
  const { identity: _, ...unlinked } = account
  const state = { ...unlinked, name: accountId, holder: '', passwordHash: null, proposals: [], invitation: null, closed: true }
  return decided(state, ...(account.closed ? [] : [AccountClosed.of({ accountId })]))
}

/** The person asks to be erased; once it was declined, he may ask again. */
export function askForErasure(person: Known, on: LocalDate): Decision<Person> {
  checkNotErased(person)
  if (person.erasureRequest?.declined === null) throw new Rejected('ERASURE_ASKED_ALREADY', { value: person.erasureRequest.on })
  return decided({ ...person, erasureRequest: { on, declined: null } }, ErasureAsked.of({ personId: person._id, on }))
}

/** An officer says no, and why: the person can read it (PIPL Art.50). */
export function declineErasure(person: Known, reason: string, on: LocalDate): Decision<Person> {
  const { erasureRequest } = person
  if (erasureRequest?.declined !== null) throw new Rejected('ERASURE_NOT_ASKED', { field: 'personId', value: person._id })
  const declined = { on, reason: plainText('reason', reason, { min: 3, max: 200 }) }
  return decided({ ...person, erasureRequest: { ...erasureRequest, declined } }, ErasureDeclined.of({ personId: person._id, on }))
}
