import { IdentityLinked, IdentityUnlinked } from '@sizhang/contracts'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Account } from '../accounts/account.domain'
import { checkMayOpenAll } from '../accounts/accounts.domain'
import type { Giving } from '../grants/grants.domain'
import { acceptedInvitation, signedOut } from '../credentials/openings.domain'

/** Which account is linked, to whom at the provider, and when. */
export interface Linking {
  accountId: string
  /** Keyed hash of issuer and subject. */
  key: string
  now: Date
}

/** What a provider may say of how it knew somebody (OpenID Connect Core, 2). */
export type Authentication = Partial<Record<'amr' | 'acr', unknown>>

/** The provider's clock, and the way from there, may be so many milliseconds off. */
export const CLOCK_TOLERANCE = 30_000

/** Whether a provider says that it has asked for a second factor: by one of the values that this installation counts as such. */
export function askedSecondFactor({ amr, acr }: Authentication, counted: readonly string[]): boolean {
  return [...(Array.isArray(amr) ? amr : []), acr].some((value) => counted.includes(String(value)))
}

/** Whether a token was made within a sign-in that began at an instant: neither kept from before nor from the future. */
export function isOfSignIn(issuedAt: Date, { startedAt, now }: { startedAt: Date; now: Date }): boolean {
  return issuedAt.getTime() >= startedAt.getTime() - CLOCK_TOLERANCE && issuedAt.getTime() <= now.getTime() + CLOCK_TOLERANCE
}

/** The owner has shown who he is at the provider: from now on that opens the account, too. */
export function linkIdentity(account: Account, { accountId, key, now }: Linking): Decision<Account> {
  if (account.identity) throw new Rejected('IDENTITY_LINKED_ALREADY')
  return decided({ ...account, identity: { key, since: now } }, IdentityLinked.of({ accountId }))
}

/** The invited one accepts by showing who he is at the provider. Whatever opened the account before does no more: it may have been another's. */
export function acceptByIdentity(account: Account, { accountId, key, now }: Linking): Decision<Account> {
  const accepted = { ...acceptedInvitation(account, now), passwordHash: null, identity: { key, since: now } }
  const before = account.identity ? [IdentityUnlinked.of({ accountId })] : []
  return decided(accepted, ...before, IdentityLinked.of({ accountId }))
}

/** The owner takes the link away, and is signed out everywhere; refused where it is all that opens the account. */
export function unlinkOwnIdentity(account: Account, accountId: string): Decision<Account> {
  if (account.identity && account.passwordHash === null) throw new Rejected('IDENTITY_ONLY_WAY_IN')
  return unlinked(account, accountId)
}

/**
 * Takes the link from somebody else's account, which is signed out everywhere. Without a password it needs a new invitation then. It is for
 * those alone who could have granted all that the account may.
 */
export function unlinkIdentity(account: Account, accountId: string, surroundings: Giving): Decision<Account> {
  if (accountId === surroundings.giver.accountId) throw new Rejected('IDENTITY_IS_OWN', { field: 'accountId' })
  checkMayOpenAll(account, surroundings)
  return unlinked(account, accountId)
}

function unlinked({ identity, ...account }: Account, accountId: string): Decision<Account> {
  if (!identity) throw new Rejected('IDENTITY_NONE', { field: 'accountId' })
  return decided(signedOut(account), IdentityUnlinked.of({ accountId }))
}
