import { DelegationEnded, RightDelegated, type AreaCode, type DataOf, type LocalDate } from '@sizhang/contracts'
import { narrower, type Grant, type PlacedJurisdiction } from '@sizhang/service-kit/rights'
import { daysBetween, decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { isOpened, type Account, type Delegation, type DelegationReason } from '../accounts/account.domain'
import { checkStandsApart, factOf, grantOf, openGrants, type GiveGrant } from '../grants/grants.domain'

/** What is said of a delegation. */
export interface Delegate extends GiveGrant {
  until: LocalDate
  reason: DelegationReason
}

/** Who delegates, with all that is his own, and when. */
export interface DelegationSurroundings {
  /** `open`: how many delegations of his are not over, to whomever. */
  giver: { accountId: string; grants: readonly PlacedGrant[]; open: number }
  today: LocalDate
  now: Date
  /** The areas of what the command names; null: an area or unit that is not known here. */
  path: AreaCode[] | null
}

type PlacedGrant = Grant & PlacedJurisdiction

/** A delegation lasts at most so many days. */
const MOST_DAYS = 90
/** So many may be open at once: to one account, of one account, and of one to another. A caller token has to fit into a header, and anybody can delegate to anybody. */
const MOST = { received: 20, given: 40, ofOne: 5 } as const
/** An account keeps so many that are over, the last ones: an account is one document, which has an end. The audit has all. */
const KEPT_THAT_ARE_OVER = 20

/**
 * Lets another account do part of what somebody may do himself, from a day to a day. It has to be his own, there and on all of these days; what
 * was delegated to him he cannot delegate on.
 */
export function delegate(
  account: Account,
  { accountId, ...said }: Delegate & { accountId: string; delegationId: string },
  surroundings: DelegationSurroundings,
): Decision<Account> {
  const { giver, today } = surroundings
  if (accountId === giver.accountId) throw new Rejected('DELEGATION_TO_ONESELF', { field: 'to' })
  const delegation = delegationOf(said, surroundings)
  const { closed, name, delegations = [], grants } = account
  if (closed || !isOpened(account)) throw new Rejected('DELEGATE_UNKNOWN', { field: 'to', value: name })
  if (delegations.some(({ id }) => id === delegation.id)) throw new Rejected('IDEMPOTENCY_KEY_REUSED', { field: 'commandId' })
  const open = openGrants(delegations, today)
  if (open.length >= MOST.received || open.filter(({ by }) => by === giver.accountId).length >= MOST.ofOne) throw tooMany()
  const next = [...lately(delegations, today), delegation]
  checkStandsApart([...grants, ...next], today, delegation.role, 'role')
  // As with a grant: whoever holds an open link could take what is delegated now.
  return decided({ ...account, invitation: null, delegations: next }, RightDelegated.of(factsOf(accountId, delegation)))
}

/** A delegation as it is said, by all that its giver has to answer for. Refused where he may not, whomever it is for. */
export function delegationOf(
  { delegationId, ...said }: Delegate & { delegationId: string },
  { giver, today, now, path }: DelegationSurroundings,
): Delegation {
  const { role, within, path: areas, from } = grantOf({ ...said, grantId: delegationId }, { giver, now, path })
  const { until, reason } = said
  if (from < today) throw new Rejected('DELEGATION_BEFORE_TODAY', { field: 'from', value: from, today })
  if (daysBetween(from, until) > MOST_DAYS) throw new Rejected('DELEGATION_TOO_LONG', { field: 'until', value: until, max: MOST_DAYS })
  const delegation: Delegation = { id: delegationId, role, within, path: areas, from, until, by: giver.accountId, reason }
  if (!delegatedGrants(delegation, giver.grants).some((grant) => isWhole(grant, delegation)))
    throw new Rejected('DELEGATION_BEYOND_OWN', { field: 'role', value: role })
  if (giver.open >= MOST.given) throw tooMany()
  return delegation
}

/** Either of the two ends a delegation, at once. */
export function endDelegation(
  account: Account,
  { accountId, delegationId }: { accountId: string; delegationId: string },
  { callerId, today }: { callerId: string; today: LocalDate },
): Decision<Account> {
  const delegation = account.delegations?.find(({ id, by }) => id === delegationId && [by, accountId].includes(callerId))
  if (!delegation) throw new Rejected('NOT_FOUND', { field: 'delegationId', value: delegationId })
  if (delegation.until <= today) throw new Rejected('DELEGATION_OVER', { field: 'delegationId', value: delegation.until })
  const ended = { ...delegation, until: today }
  const delegations = account.delegations?.map((one) => (one === delegation ? ended : one)) ?? []
  return decided({ ...account, delegations }, DelegationEnded.of(factsOf(accountId, ended)))
}

/**
 * What a delegation lets do: as much of it as whoever delegated it may do himself, by a grant of the same role, where and on the days that both
 * have in common. Asked at each check, so it ends and shrinks with what it comes from.
 * @param own all that is the giver's own at this moment
 */
export function delegatedGrants(delegation: Delegation, own: readonly PlacedGrant[]): (Grant & { path: AreaCode[] })[] {
  return own.flatMap((source) => {
    const place = narrower(source, delegation)
    const from = source.from > delegation.from ? source.from : delegation.from
    const until = source.until !== null && source.until < delegation.until ? source.until : delegation.until
    if (source.role !== delegation.role || source.delegated || !place || until <= from) return []
    return [{ role: delegation.role, within: place.within, path: [...place.path], from, until, delegated: true as const }]
  })
}

/** What a delegation lets do on a day, by what its giver has himself. */
export function stateOf(
  delegation: Delegation,
  own: readonly PlacedGrant[],
  on: LocalDate,
): 'TO_COME' | 'HOLDS' | 'NARROWED' | 'EMPTY' | 'OVER' {
  if (delegation.until <= on) return 'OVER'
  const left = delegatedGrants(delegation, own).filter(({ until }) => until === null || until > on)
  if (left.length === 0) return 'EMPTY'
  if (!left.some((grant) => isWhole(grant, delegation))) return 'NARROWED'
  return delegation.from > on ? 'TO_COME' : 'HOLDS'
}

/** Those that are not over, and of the others the last. */
function lately(delegations: readonly Delegation[], today: LocalDate): Delegation[] {
  const over = delegations.filter(({ until }) => until <= today).sort((one, other) => one.until.localeCompare(other.until))
  const dropped = over.slice(0, -KEPT_THAT_ARE_OVER)
  return delegations.filter((delegation) => !dropped.includes(delegation))
}

function tooMany(): Rejected {
  return new Rejected('DELEGATIONS_TOO_MANY', { field: 'to', ...MOST })
}

function isWhole({ within, from, until }: Grant, delegation: Delegation): boolean {
  return from === delegation.from && until === delegation.until && JSON.stringify(within) === JSON.stringify(delegation.within)
}

function factsOf(accountId: string, delegation: Delegation): DataOf<typeof RightDelegated> {
  const { grantId: delegationId, ...fact } = factOf(accountId, { ...delegation, givenBy: delegation.by })
  return { ...fact, delegationId, byAccountId: delegation.by, until: delegation.until }
}
