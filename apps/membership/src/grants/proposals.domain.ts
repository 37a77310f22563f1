import { mayGive, type Grant } from '@sizhang/service-kit/rights'
import { decided, Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Account, GivenGrant, ProposedGrant } from '../accounts/account.domain'
import { isReopened } from '../credentials/openings.domain'
import { checkOpen, checkStandsApart, given, openProposals, type Giving } from './grants.domain'

/** Which proposal is decided on. */
export interface OnProposal {
  accountId: string
  grantId: string
}

/** Who decides on a proposal, and when. `giver` is who decides. */
export interface Deciding extends Giving {
  now: Date
}

/** Who proposed a grant: what he may do himself at this moment, and who has given his account another way in. */
export interface Proposer extends Pick<Account, 'reopened'> {
  grants: readonly Grant[]
}

/** The two who give a grant together, as far as a confirmation has to know them. */
export interface TwoAccounts {
  confirmer: Pick<Account, 'reopened'>
  /** By account; absent: there is none of that id, or it was closed. */
  proposers: ReadonlyMap<string, Proposer>
}

/**
 * A second account, which could have given the grant itself, confirms it: from now on it holds, from its first day. Whoever proposed it must
 * be able to give it still, and nobody must have given either of the two another way in meanwhile: they could be the same person.
 */
export function confirmGrant(
  account: Account,
  { accountId, grantId }: OnProposal,
  deciding: Deciding,
  two: TwoAccounts,
): Decision<Account> {
  const { giver, today, now } = deciding
  checkOpen(account)
  const { lapsesAt: _, ...grant } = openProposal(account, grantId, now)
  const refusal = refusalToConfirm(grant, deciding, two)
  if (refusal) throw refusal
  checkStandsApart([...account.grants, ...(account.delegations ?? []), grant], today, grant.role, 'grantId')
  return given(without(account, grantId), accountId, { ...grant, givenAt: now, confirmedBy: giver.accountId })
}

/** Why somebody may not confirm a proposal; null: as far as the two are concerned, he may. */
export function refusalToConfirm(grant: GivenGrant, deciding: Deciding, { confirmer, proposers }: TwoAccounts): Rejected | null {
  const { today, now } = deciding
  const proposer = proposers.get(grant.givenBy ?? '')
  const refusal = refusalToDecide(grant, deciding)
  if (refusal) return refusal
  if (isReopened(confirmer, now)) return new Rejected('REOPENED_LATELY', { field: 'grantId', value: grant.role })
  if (!proposer || !mayGive(proposer.grants, grant, today))
    return new Rejected('PROPOSER_LACKS_IT', { field: 'grantId', value: grant.role })
  return isReopened(proposer, now) ? new Rejected('PROPOSER_REOPENED', { field: 'grantId', value: grant.role }) : null
}

/** Why somebody may neither confirm nor refuse a proposal; null: he may. */
export function refusalToDecide(grant: GivenGrant, { giver, today }: Pick<Deciding, 'giver' | 'today'>): Rejected | null {
  if (grant.givenBy === giver.accountId) return new Rejected('PROPOSAL_IS_OWN', { field: 'grantId' })
  return mayGive(giver.grants, grant, today) ? null : new Rejected('GRANT_BEYOND_OWN', { field: 'grantId', value: grant.role })
}

/** Whoever could confirm a proposal says no instead. */
export function refuseGrant(account: Account, { grantId }: OnProposal, deciding: Deciding): Decision<Account> {
  const refusal = refusalToDecide(openProposal(account, grantId, deciding.now), deciding)
  if (refusal) throw refusal
  return decided(without(account, grantId))
}

/** Whoever proposed it takes it back. */
export function withdrawGrant(account: Account, { grantId }: OnProposal, { giver, now }: Deciding): Decision<Account> {
  if (openProposal(account, grantId, now).givenBy !== giver.accountId) throw new Rejected('PROPOSAL_NOT_OWN', { field: 'grantId' })
  return decided(without(account, grantId))
}

function openProposal(account: Account, grantId: string, now: Date): ProposedGrant {
  const proposal = openProposals(account, now).find(({ id }) => id === grantId)
  if (!proposal) throw new Rejected('PROPOSAL_NOT_OPEN', { field: 'grantId', value: grantId })
  return proposal
}

function without(account: Account, grantId: string): Account {
  return { ...account, proposals: (account.proposals ?? []).filter(({ id }) => id !== grantId) }
}
