import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import {
  allOf,
  Calendar,
  inOrder,
  loadOne,
  Pages,
  Rejected,
  type Caller,
  type GraphContext,
  type Loaded,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import type {
  MutationCloseAccountArgs,
  MutationInviteAccountArgs,
  MutationRemoveSecondFactorArgs,
  MutationRenewInvitationArgs,
  QueryAccountArgs,
  QueryAccountsArgs,
} from '../graph.generated'
import { isOpened, type Account } from './account.domain'
import { closeAccount, inviteAccount, renewInvitation } from './accounts.domain'
import { AccountsStore } from './accounts.store'
import { Invitations } from '../credentials/invitations'
import { Granting } from '../grants/granting'
import { openProposals } from '../grants/grants.domain'
import { ERASED, loadPerson } from '../persons/persons.api'
import { PersonsStore } from '../persons/persons.store'
import { removeSecondFactor } from '../second-factor/second-factor.domain'

/** The graph's questions and commands about accounts. */
@Resolver('Account')
export class AccountsApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly granting: Granting,
    private readonly invitations: Invitations,
    private readonly persons: PersonsStore,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async me(@Context('caller') { accountId }: Caller) {
    const account = await this.accounts.ofSession(accountId)
    if (!account) throw new Rejected('UNAUTHENTICATED')
    return account
  }

  @Query()
  account(@Args() { id }: QueryAccountArgs, @Context('caller') caller: Caller) {
    return this.accounts.find(caller, id)
  }

  @Query('accounts')
  list(@Args() { first, after, ...filter }: QueryAccountsArgs, @Context('caller') caller: Caller) {
    return this.pages.page(
      caller,
      'accounts',
      filter,
      { first, after },
      (behind, limit) => this.accounts.list(caller, filter, behind, limit),
      ({ name }) => [name],
    )
  }

  @Mutation()
  async inviteAccount(@Args() { commandId, input }: MutationInviteAccountArgs, @Context('caller') caller: Caller) {
    const { personId = null } = input
    const person = personId ? await this.persons.find(caller, personId) : null
    if (personId && (!person || person.erased)) throw new Rejected('PERSON_UNKNOWN', { field: 'personId', value: personId })
    const names = { usually: 'inviteAccount', alone: 'inviteAccountAlone' }
    const { surroundings, name } = await this.granting.of(caller, commandId.toLowerCase(), input.grant, names)
    const { secret, ...invitation } = this.invitations.make(caller.accountId, commandId)
    const written = await this.accounts.open(caller, { commandId, name, input }, (accountId) =>
      inviteAccount({ ...input, accountId, invitation }, surroundings),
    )
    return { ...changed(written), invitation: secret }
  }

  @Mutation()
  async renewInvitation(@Args() { commandId, input }: MutationRenewInvitationArgs, @Context('caller') caller: Caller) {
    const { secret, ...invitation } = this.invitations.make(caller.accountId, commandId)
    const written = await this.accounts.change(input.accountId, caller, { commandId, name: 'renewInvitation', input }, (account) =>
      renewInvitation(account, input.accountId, invitation, this.granting.giving(caller)),
    )
    return { ...changed(written), invitation: secret }
  }

  @Mutation()
  async closeAccount(@Args() { commandId, input }: MutationCloseAccountArgs, @Context('caller') caller: Caller) {
    return changed(
      await this.accounts.change(input.accountId, caller, { commandId, name: 'closeAccount', input }, (account) =>
        closeAccount(account, input.accountId, this.granting.giving(caller)),
      ),
    )
  }

  @Mutation()
  async removeSecondFactor(@Args() { commandId, input }: MutationRemoveSecondFactorArgs, @Context('caller') caller: Caller) {
    const now = this.calendar.now()
    return changed(
      await this.accounts.change(input.accountId, caller, { commandId, name: 'removeSecondFactor', input }, (account) =>
        removeSecondFactor(account, input.accountId, now, this.granting.giving(caller)),
      ),
    )
  }

  @ResolveField()
  id({ _id }: Stored<Account>) {
    return _id
  }

  @ResolveField()
  state(account: Account) {
    if (account.closed) return 'CLOSED'
    return isOpened(account) ? 'ACTIVE' : 'INVITED'
  }

  @ResolveField()
  holder({ holder }: Account, _: unknown, { caller }: GraphContext) {
    return holderText(holder, caller.language)
  }

  @ResolveField()
  secondFactor({ secondFactor }: Account) {
    return secondFactor !== undefined
  }

  @ResolveField()
  person({ personId }: Account, _: unknown, context: GraphContext) {
    return personId && loadPerson(this.persons, context, personId)
  }

  @ResolveField()
  grants({ grants }: Account) {
    return [...grants].reverse()
  }

  @ResolveField()
  proposals(account: Account) {
    return openProposals(account, this.calendar.now()).reverse()
  }

  @ResolveField()
  invitedUntil({ invitation }: Account) {
    return invitation && invitation.until > this.calendar.now() ? invitation.until.toISOString() : null
  }

  @ResolveReference()
  accountsById(representations: { id: string }[], context: GraphContext) {
    return allOf(representations.map(({ id }) => loadAccount(this.accounts, context, String(id))))
  }
}

/** One account by id, batched with the others that the request asks for. */
export function loadAccount(accounts: AccountsStore, context: GraphContext, id: string): Loaded<Stored<Account>> {
  return loadOne<Stored<Account>>(context, 'accounts', id, async (ids) =>
    inOrder<Stored<Account>>(ids, await accounts.findMany(context.caller, ids), ({ _id }) => _id),
  )
}

/** Whose an account is, in words. */
export function holderText(holder: string, language: Caller['language']): string {
  return holder === '' ? ERASED[language] : holder
}

/** What a command answers that changed an account. */
export function changed({ id, version, mark, state }: Written<Account>) {
  return { account: { ...state, _id: id, version }, version, mark }
}
