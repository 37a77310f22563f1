import { AccountClosed, AccountInvited, GrantGiven, InvitationRenewed, type LocalDate } from '@sizhang/contracts'
import { everywhere, reachOf, type Grant } from '@sizhang/service-kit/rights'
import { decided, inForce, localDateOf, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import {
  ADMINISTRATOR,
  checkMayEnd,
  checkOpen,
  checkReaches,
  factOf,
  giveGrant,
  openGrants,
  type GiveGrant,
  type Giving,
  type GrantSurroundings,
} from '../grants/grants.domain'
import type { Account, GivenGrant, Invitation } from './account.domain'

/** What is said of a new account. */
export interface InviteAccount {
  accountId: string
  name: string
  holder: string
  personId?: string | null | undefined
  grant: GiveGrant
  invitation: Invitation
}

/** Name of the first account. */
export const FIRST_ACCOUNT = 'admin'
/** An invitation can be accepted for so many milliseconds. */
export const INVITATION_LASTS = 7 * 24 * 3_600_000

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

/** The administrator of a new installation, with the password that was generated for it. */
export function firstAccount(accountId: string, passwordHash: string): Decision<Account> {
  const grant: GivenGrant = { ...everywhere(ADMINISTRATOR), id: accountId, path: [], givenBy: null }
  const account = {
    name: FIRST_ACCOUNT,
    holder: '系统管理员',
    personId: null,
    passwordHash,
    mustChangePassword: true,
    invitation: null,
    closed: false,
  }
  return decided({ ...account, grants: [grant] }, AccountInvited.of({ accountId }), GrantGiven.of(factOf(accountId, grant)))
}

/** An account is opened with its first grant; whoever has the invitation's link chooses the password. */
export function inviteAccount(
  { accountId, invitation, grant, ...said }: InviteAccount,
  surroundings: GrantSurroundings,
): Decision<Account> {
  checkPerson(said.personId ?? null, surroundings, 'personId')
  const account: Account = {
    name: accountName(said.name),
    holder: plainText('holder', said.holder, { min: 2, max: 60 }),
    personId: said.personId ?? null,
    passwordHash: null,
    mustChangePassword: false,
    invitation,
    grants: [],
    closed: false,
  }
  const { state, facts } = giveGrant(account, { ...grant, accountId, grantId: accountId }, surroundings, 'grant.')
  return decided(state, AccountInvited.of({ accountId }), ...facts)
}

/**
 * A new link in the place of the one before, for who lost it or forgot the password: the old password stands until it is accepted. It opens
 * all that the account may, so it is for those alone who could have granted all of that, for as long; and for nobody himself.
 */
export function renewInvitation(account: Account, accountId: string, invitation: Invitation, surroundings: Giving): Decision<Account> {
  if (accountId === surroundings.giver.accountId) throw new Rejected('INVITATION_IS_OWN', { field: 'accountId' })
  checkMayOpenAll(account, surroundings)
  return decided({ ...account, invitation }, InvitationRenewed.of({ accountId }))
}

/** Refuses whoever could not have granted all that an open account may, in the place of others too, for as long. */
export function checkMayOpenAll(account: Account, surroundings: Giving): void {
  checkOpen(account)
  checkPerson(account.personId, surroundings, 'accountId')
  const { today } = surroundings
  const open = [...allOpen(account, today), ...openGrants(account.delegations ?? [], today)]
  for (const grant of open) checkReaches(grant, surroundings, grant.until)
}

/** What an account may do today or later, and what it may be given without more from those who proposed it. */
function allOpen({ grants, proposals = [] }: Account, today: LocalDate): GivenGrant[] {
  return openGrants([...grants, ...proposals.filter(({ lapsesAt }) => localDateOf(lapsesAt) >= today)], today)
}

/** An account signs in no more; its grants end today. */
export function closeAccount(account: Account, accountId: string, surroundings: Giving): Decision<Account> {
  const { today } = surroundings
  checkOpen(account)
  checkPerson(account.personId, surroundings, 'accountId')
  if (accountId === surroundings.giver.accountId) throw new Rejected('ACCOUNT_IS_OWN', { field: 'accountId' })
  for (const grant of allOpen(account, today)) checkMayEnd(accountId, grant, surroundings)
  const ended = <Granted extends Grant>(grants: readonly Granted[]) => {
    const left = openGrants(grants, today)
    return grants.map((grant) => (left.includes(grant) ? { ...grant, until: today } : grant))
  }
  // The subject at the identity provider is free for another account.
  const { identity: _, ...closing } = account
  const [grants, delegations] = [ended(account.grants), ended(account.delegations ?? [])]
  return decided({ ...closing, grants, delegations, proposals: [], invitation: null, closed: true }, AccountClosed.of({ accountId }))
}

/** The roles that an account has on a day, each once. */
export function rolesOn({ grants }: { grants: readonly Grant[] }, on: LocalDate): string[] {
  return [...new Set(grants.filter((grant) => inForce(grant, on)).map(({ role }) => role))]
}

/** A name to sign in with, in its one form: small letters. */
export function accountName(said: string): string {
  const name = plainText('name', said, { min: 2, max: 40 }).toLowerCase()
  if (!NAME.test(name)) throw new Rejected('ACCOUNT_NAME_INVALID', { field: 'name', value: said })
  return name
}

/** The seats of a person may give more at any time to come: such an account is for those who let others in everywhere. */
function checkPerson(personId: string | null, { giver, today }: Giving, field: string): void {
  if (personId !== null && !reachOf(giver.grants, 'accounts.write', today).everywhere)
    throw new Rejected('PERSON_LINK_NOT_YOURS', { field })
}
