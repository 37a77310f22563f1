import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, Rejected, type Caller, type GraphContext } from '@sizhang/service-kit'
import { inForce } from '@sizhang/service-kit/rules'
import { accountName } from '../accounts/accounts.domain'
import { AccountsStore, type StoredAccount } from '../accounts/accounts.store'
import type { MutationDelegateArgs, MutationEndDelegationArgs } from '../graph.generated'
import { Granting } from '../grants/granting'
import { openGrants } from '../grants/grants.domain'
import { HeldGrants } from '../grants/held-grants'
import { DelegationNodes } from './delegation-nodes'
import { delegate, delegationOf, endDelegation } from './delegations.domain'

/** What an account lets others do in its place: everybody's own, so it needs no right. */
@Resolver('MyDelegations')
export class DelegationsApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly granting: Granting,
    private readonly heldGrants: HeldGrants,
    private readonly nodes: DelegationNodes,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async myDelegations(@Context('caller') { accountId }: Caller): Promise<StoredAccount> {
    const account = await this.accounts.ofSession(accountId)
    if (!account) throw new Rejected('UNAUTHENTICATED')
    return account
  }

  @Mutation()
  async delegate(@Args() { commandId, input }: MutationDelegateArgs, @Context('caller') caller: Caller) {
    const account = await this.myDelegations(caller)
    const [today, now] = [this.calendar.today(), this.calendar.now()]
    const given = (await this.accounts.withDelegationsBy(account._id)).flatMap(({ delegations = [] }) => openGrants(delegations, today))
    const giver = { accountId: account._id, grants: await this.heldGrants.ownOf(account), open: given.length }
    const surroundings = { giver, path: await this.granting.path(input), today, now }
    const said = { ...input, delegationId: commandId.toLowerCase() }
    const name = accountName(input.to)
    const accountId = await this.accounts.idOf(name)
    // What is his own comes first: whoever has nothing to delegate is not told which accounts there are.
    if (!accountId) {
      delegationOf(said, surroundings)
      throw new Rejected('DELEGATE_UNKNOWN', { field: 'to', value: name })
    }
    const { mark } = await this.accounts.byRule(accountId, caller, { commandId, name: 'delegate', input }, (known) =>
      delegate(known, { ...said, accountId }, surroundings),
    )
    return { myDelegations: account, mark }
  }

  @Mutation()
  async endDelegation(@Args() { commandId, input }: MutationEndDelegationArgs, @Context('caller') caller: Caller) {
    const { delegationId } = input
    const kept = await this.accounts.ofDelegation(delegationId, caller.accountId)
    if (!kept) throw new Rejected('NOT_FOUND', { field: 'delegationId', value: delegationId })
    const by = { callerId: caller.accountId, today: this.calendar.today() }
    const { mark } = await this.accounts.byRule(kept._id, caller, { commandId, name: 'endDelegation', input }, (account) =>
      endDelegation(account, { accountId: kept._id, delegationId }, by),
    )
    return { myDelegations: await this.myDelegations(caller), mark }
  }

  @ResolveField()
  async given({ _id }: StoredAccount, _: unknown, { caller }: GraphContext) {
    return this.nodes.of(await this.accounts.withDelegationsBy(_id), caller)
  }

  @ResolveField()
  received(account: StoredAccount, _: unknown, { caller }: GraphContext) {
    return this.nodes.of([account], caller)
  }

  @ResolveField()
  async own(account: StoredAccount) {
    const today = this.calendar.today()
    return (await this.heldGrants.ownOf(account)).filter((grant) => inForce(grant, today))
  }
}

/** What an account does in the place of others, for those who see the account. */
@Resolver('Account')
export class DelegationsOfAccountApi {
  constructor(private readonly nodes: DelegationNodes) {}

  @ResolveField()
  delegations(account: StoredAccount, _: unknown, { caller }: GraphContext) {
    return this.nodes.of([account], caller)
  }
}
