import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, inOrder, loadOne, Rejected, type Caller, type Command, type GraphContext, type Loaded } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import type { Account, ProposedGrant } from '../accounts/account.domain'
import { changed } from '../accounts/accounts.api'
import { AccountsStore, type StoredAccount } from '../accounts/accounts.store'
import type {
  MutationConfirmGrantArgs,
  MutationEndGrantArgs,
  MutationGiveGrantArgs,
  MutationRefuseGrantArgs,
  MutationWithdrawGrantArgs,
} from '../graph.generated'
import { Granting } from './granting'
import { endGrant, giveGrant } from './grants.domain'
import { HeldGrants } from './held-grants'
import {
  confirmGrant,
  refusalToConfirm,
  refusalToDecide,
  refuseGrant,
  withdrawGrant,
  type Deciding,
  type OnProposal,
  type Proposer,
} from './proposals.domain'

/** The commands by which grants are given, proposed, confirmed and ended. */
@Resolver('Proposal')
export class GrantingApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly granting: Granting,
    private readonly heldGrants: HeldGrants,
    private readonly calendar: Calendar,
  ) {}

  @Mutation()
  async giveGrant(@Args() { commandId, expectedVersion, input }: MutationGiveGrantArgs, @Context('caller') caller: Caller) {
    const { accountId, grant } = input
    const grantId = commandId.toLowerCase()
    const { surroundings, name } = await this.granting.of(caller, grantId, grant, { usually: 'giveGrant', alone: 'giveGrantAlone' })
    return changed(
      await this.accounts.change(accountId, caller, { commandId, name, input, expectedVersion }, (account) =>
        giveGrant(account, { ...grant, accountId, grantId }, surroundings, 'grant.'),
      ),
    )
  }

  @Mutation()
  async endGrant(@Args() { commandId, input }: MutationEndGrantArgs, @Context('caller') caller: Caller) {
    const ending = { ...input, on: input.on ?? this.calendar.today() }
    return changed(
      await this.accounts.change(input.accountId, caller, { commandId, name: 'endGrant', input }, (account) =>
        endGrant(account, ending, this.granting.giving(caller)),
      ),
    )
  }

  @Mutation()
  async confirmGrant(@Args() { commandId, input }: MutationConfirmGrantArgs, @Context('caller') caller: Caller) {
    const account = await this.accounts.ofSession(input.accountId)
    if (!account) throw new Rejected('NOT_FOUND', { field: 'accountId', value: input.accountId })
    const [confirmer = {}] = await this.accounts.ofIds([caller.accountId])
    const ids = [...new Set((account.proposals ?? []).flatMap(({ givenBy }) => givenBy ?? []))]
    const two = { confirmer, proposers: await this.proposers(ids) }
    return this.decide(caller, { commandId, name: 'confirmGrant', input }, input, (known, on, deciding) =>
      confirmGrant(known, on, deciding, two),
    )
  }

  @Mutation()
  refuseGrant(@Args() { commandId, input }: MutationRefuseGrantArgs, @Context('caller') caller: Caller) {
    return this.decide(caller, { commandId, name: 'refuseGrant', input }, input, refuseGrant)
  }

  @Mutation()
  withdrawGrant(@Args() { commandId, input }: MutationWithdrawGrantArgs, @Context('caller') caller: Caller) {
    return this.decide(caller, { commandId, name: 'withdrawGrant', input }, input, withdrawGrant)
  }

  @ResolveField()
  grant(proposal: ProposedGrant) {
    return proposal
  }

  @ResolveField()
  lapsesAt({ lapsesAt }: ProposedGrant) {
    return lapsesAt.toISOString()
  }

  @ResolveField()
  own({ givenBy }: ProposedGrant, _: unknown, { caller }: GraphContext) {
    return givenBy === caller.accountId
  }

  @ResolveField()
  mayDecide(proposal: ProposedGrant, _: unknown, { caller }: GraphContext) {
    return refusalToDecide(proposal, this.granting.giving(caller)) === null
  }

  @ResolveField()
  async mayConfirm(proposal: ProposedGrant, _: unknown, context: GraphContext) {
    const { caller } = context
    const id = proposal.givenBy ?? ''
    const confirmer = await this.accountOf(context, caller.accountId)
    const proposer = await loadOne<Proposer>(context, 'proposers', id, async (ids) => {
      const found = await this.proposers(ids)
      return ids.map((one) => found.get(one) ?? null)
    })
    const two = { confirmer: confirmer ?? {}, proposers: new Map(proposer ? [[id, proposer]] : []) }
    return refusalToConfirm(proposal, this.deciding(caller), two) === null
  }

  private accountOf(context: GraphContext, id: string): Loaded<StoredAccount> {
    return loadOne<StoredAccount>(context, 'accounts-of-all', id, async (ids) =>
      inOrder(ids, await this.accounts.ofIds(ids), ({ _id }) => _id),
    )
  }

  /** What accounts may do themselves at this moment, by id; a closed one is none. */
  private async proposers(ids: readonly string[]): Promise<Map<string, Proposer>> {
    const [accounts, own] = [await this.accounts.ofIds(ids), await this.heldGrants.ownOfAll(ids)]
    return new Map(
      accounts.flatMap((account) => {
        const grants = own.get(account._id)
        return grants ? [[account._id, { ...account, grants }] as const] : []
      }),
    )
  }

  private deciding(caller: Caller): Deciding {
    return { ...this.granting.giving(caller), now: this.calendar.now() }
  }

  private async decide(
    caller: Caller,
    command: Command,
    on: OnProposal,
    decide: (account: Account, on: OnProposal, deciding: Deciding) => Decision<Account>,
  ) {
    const deciding = this.deciding(caller)
    return changed(await this.accounts.change(on.accountId, caller, command, (account) => decide(account, on, deciding)))
  }
}
