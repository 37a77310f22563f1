import { GrantEnded, GrantGiven, type AreaCode, type DataOf, type LocalDate } from '@sizhang/contracts'
import {
  administrates,
  auditsItself,
  mayGive,
  roleOf,
  type Grant,
  type Jurisdiction,
  type PlacedJurisdiction,
  type RoleCode,
} from '@sizhang/service-kit/rights'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { isOpened, type Account, type GivenGrant, type ProposedGrant } from '../accounts/account.domain'

/** What is said of a grant. */
export interface GiveGrant {
  role: string
  areaCode?: AreaCode | null | undefined
  unitId?: string | null | undefined
  from: LocalDate
  until?: LocalDate | null | undefined
}

/** Who gives or ends a grant, and when. */
export interface Giving {
  giver: { accountId: string; grants: readonly Grant[] }
  today: LocalDate
}

/** What the giving of a grant has to know of others. */
export interface GrantSurroundings extends Giving {
  now: Date
  /** The areas of what the command names; null: an area or unit that is not known here. */
  path: AreaCode[] | null
  /** Whether the giver needs nobody to confirm a grant that administrates. */
  alone: boolean
  /** Whether somebody else has given the giver's account another way in lately; absent: no. */
  isReopened?: boolean
}

/** The role of the first account, which none can remove from himself. */
export const ADMINISTRATOR: RoleCode = 'CITY_ADMINISTRATOR'
/** A proposal can be confirmed for so many milliseconds. */
export const PROPOSAL_LASTS = 7 * 24 * 3_600_000
/** So many open grants and proposals together an account may have: a caller token has to fit into a header. */
const MOST_GRANTS = 40
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Gives an account a role within a jurisdiction, from a day to a day. A role that administrates waits until a second account has confirmed it,
 * and lets do nothing before. `prefix` stands before the names of fields in refusals.
 */
export function giveGrant(
  account: Account,
  { accountId, grantId, ...said }: GiveGrant & { accountId: string; grantId: string },
  surroundings: GrantSurroundings,
  prefix = '',
): Decision<Account> {
  const { giver, today, now, alone, isReopened = false } = surroundings
  checkOpen(account)
  const waiting = openProposals(account, now)
  if (!isOpened(account) && account.grants.length + waiting.length > 0) throw new Rejected('ACCOUNT_NOT_OPENED', { field: 'accountId' })
  checkNotTooMany(account, today, now)
  const grant = grantOf({ ...said, grantId }, surroundings, prefix)
  if (!mayGive(giver.grants, grant, today)) throw new Rejected('GRANT_BEYOND_OWN', { field: `${prefix}role`, value: grant.role })
  checkStandsApart([...account.grants, ...(account.delegations ?? []), ...waiting, grant], today, grant.role, `${prefix}role`)
  if (!needsFourEyes(grant.role) || alone) return given(account, accountId, grant)
  if (isReopened) throw new Rejected('REOPENED_LATELY', { field: `${prefix}role`, value: grant.role })
  return decided({ ...account, proposals: [...waiting, { ...grant, lapsesAt: new Date(now.getTime() + PROPOSAL_LASTS) }] })
}

/** A grant as it is said, in its one form. Refused where the role, the jurisdiction or the days are none; whether the giver may is asked elsewhere. */
export function grantOf(
  said: GiveGrant & { grantId: string },
  { giver, now, path }: Pick<GrantSurroundings, 'giver' | 'now' | 'path'>,
  prefix = '',
): GivenGrant {
  const role = roleOf(said.role)
  if (!role) throw new Rejected('ROLE_UNKNOWN', { field: `${prefix}role`, value: said.role })
  const within = jurisdictionOf(said, prefix)
  if (!role.jurisdictions.includes(within.kind))
    throw new Rejected('JURISDICTION_NOT_FOR_ROLE', { field: `${prefix}role`, value: role.code, allowed: role.jurisdictions.join(', ') })
  if (!path)
    throw new Rejected('JURISDICTION_UNKNOWN', {
      field: `${prefix}${said.unitId ? 'unitId' : 'areaCode'}`,
      value: said.unitId ?? said.areaCode,
    })
  const until = said.until ?? null
  if (until !== null && until <= said.from)
    throw new Rejected('GRANT_ENDS_BEFORE_IT_STARTS', { field: `${prefix}until`, value: until, from: said.from })
  return { id: said.grantId, role: role.code, within, path, from: said.from, until, givenBy: giver.accountId, givenAt: now }
}

/** An account with one grant more. */
export function given(account: Account, accountId: string, grant: GivenGrant): Decision<Account> {
  // Whoever holds an open link of an account that has a password could take what is given now: such a link is over.
  const invitation = isOpened(account) ? null : account.invitation
  return decided({ ...account, invitation, grants: [...account.grants, grant] }, GrantGiven.of(factOf(accountId, grant)))
}

/** Ends a grant on a day, at once when it is today. Nobody ends his own administration: the last administrator cannot be removed. */
export function endGrant(
  account: Account,
  { accountId, grantId, on }: { accountId: string; grantId: string; on: LocalDate },
  { giver, today }: Giving,
): Decision<Account> {
  const grant = account.grants.find(({ id }) => id === grantId)
  if (!grant) throw new Rejected('NOT_FOUND', { field: 'grantId', value: grantId })
  if (on < today || (grant.until !== null && on >= grant.until))
    throw new Rejected('GRANT_END_OUTSIDE_IT', { field: 'on', value: on, today, until: grant.until ?? '—' })
  checkMayEnd(accountId, grant, { giver, today })
  const ended = { ...grant, until: on }
  const grants = account.grants.map((one) => (one === grant ? ended : one))
  return decided({ ...account, grants }, GrantEnded.of({ ...factOf(accountId, ended), until: on }))
}

/** Whether a role lets others in or works on the running system: two accounts give it, not one. */
export function needsFourEyes(role: string): boolean {
  return administrates(roleOf(role)?.verbs ?? [])
}

/** The proposals that a second account can confirm still. */
export function openProposals({ proposals = [] }: Pick<Account, 'proposals'>, now: Date): ProposedGrant[] {
  return proposals.filter(({ lapsesAt }) => lapsesAt > now)
}

/** The grants of which something is left. */
export function openGrants<Granted extends Grant>(grants: readonly Granted[], today: LocalDate): Granted[] {
  return grants.filter(({ until }) => until === null || until > today)
}

/** Refuses what would be done to a closed account. */
export function checkOpen({ closed }: Account): void {
  if (closed) throw new Rejected('ACCOUNT_CLOSED_ALREADY', { field: 'accountId' })
}

/** Refuses one grant or proposal too many. What others delegate is counted apart: nobody takes the room of grants by that. */
function checkNotTooMany({ grants, ...account }: Account, today: LocalDate, now: Date): void {
  const open = openGrants(grants, today).length + openProposals(account, now).length
  if (open >= MOST_GRANTS) throw new Rejected('GRANTS_TOO_MANY', { field: 'accountId', max: MOST_GRANTS })
}

/** Refuses grants that would make an auditor of somebody who changes things himself. */
export function checkStandsApart(grants: readonly Grant[], today: LocalDate, role: string, field: string): void {
  if (auditsItself(grants, today)) throw new Rejected('AUDITOR_STANDS_APART', { field, value: role })
}

/** Refuses whoever could not give a grant from today until a day: what is ended of administration would have to be given for as long. */
export function checkMayEnd(accountId: string, grant: GivenGrant, { giver, today }: Giving): void {
  const administers = grant.role === ADMINISTRATOR
  if (administers && accountId === giver.accountId) throw new Rejected('OWN_ADMINISTRATION', { field: 'grantId' })
  checkReaches(grant, { giver, today }, administers ? grant.until : today)
}

/** Refuses whoever could not give a grant from today until a day. */
export function checkReaches(grant: Grant & PlacedJurisdiction, { giver, today }: Giving, until: LocalDate | null): void {
  if (!mayGive(giver.grants, { ...grant, from: today, until }, today))
    throw new Rejected('GRANT_BEYOND_OWN', { field: 'accountId', value: grant.role })
}

/** What the facts say of a grant. */
export function factOf(accountId: string, { id: grantId, role, within, path, from, until }: GivenGrant): DataOf<typeof GrantGiven> {
  const area = within.kind === 'AREA' ? within.code : null
  const unitId = within.kind === 'UNIT' ? within.id : null
  return { accountId, grantId, role, jurisdiction: within.kind, area, unitId, path, from, until }
}

function jurisdictionOf({ areaCode, unitId }: GiveGrant, prefix: string): Jurisdiction {
  if (areaCode && unitId) throw new Rejected('JURISDICTION_TWICE', { field: `${prefix}unitId`, value: unitId })
  if (unitId && !UUID.test(unitId)) throw new Rejected('JURISDICTION_UNKNOWN', { field: `${prefix}unitId`, value: unitId })
  if (unitId) return { kind: 'UNIT', id: unitId }
  return areaCode ? { kind: 'AREA', code: areaCode } : { kind: 'EVERYWHERE' }
}
