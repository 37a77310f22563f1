import { IdentityUnlinked } from '@sizhang/contracts'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { isOpened, type Account } from '../accounts/account.domain'
import { PROPOSAL_LASTS } from '../grants/grants.domain'

/**
 * The password that the invited one has chosen. The secret was compared by the store. Whatever opened the account before does no more: it may
 * have been another's.
 */
export function acceptInvitation(account: Account, accountId: string, passwordHash: string, now: Date): Decision<Account> {
  const { identity, ...accepted } = acceptedInvitation(account, now)
  return decided({ ...accepted, passwordHash }, ...(identity ? [IdentityUnlinked.of({ accountId })] : []))
}

/** The account whose open invitation is used up, signed out wherever it was signed in. What opens it from now on is still to be said. */
export function acceptedInvitation(account: Account, now: Date): Account {
  const { invitation, closed } = account
  if (closed || !invitation || invitation.until <= now) throw new Rejected('INVITATION_INVALID')
  // The first link opens an account; any later one opens it anew, by the hand of somebody else. What a person's seats give is there before the first.
  const wasThere = isOpened(account) || generationOf(account) > 0 || account.personId !== null
  const reopened = wasThere && invitation.by ? { reopened: { by: invitation.by, at: now } } : {}
  return signedOut({ ...account, ...reopened, mustChangePassword: false, invitation: null })
}

/**
 * Whether somebody else has given the account another way in, within the time that a proposal lasts: who acts by it may be that one, and counts
 * for no second pair of eyes.
 */
export function isReopened({ reopened }: Pick<Account, 'reopened'>, now: Date): boolean {
  return reopened !== undefined && now.getTime() < reopened.at.getTime() + PROPOSAL_LASTS
}

/** The number that sessions of the account have to have. */
export function generationOf({ generation = 0 }: Pick<Account, 'generation'>): number {
  return generation
}

/** The account, signed out everywhere: sessions and sign-ins that are under way belong to the generation before. */
export function signedOut(account: Account): Account {
  return { ...account, generation: generationOf(account) + 1 }
}

/** Another password in the place of the one that was checked, which is the present one still. Signs out everywhere. */
export function changePassword(account: Account, checkedHash: string | null, passwordHash: string): Decision<Account> {
  if (account.passwordHash !== checkedHash) throw new Rejected('PASSWORD_WRONG', { field: 'old' })
  return decided(signedOut({ ...account, passwordHash, mustChangePassword: false }))
}
