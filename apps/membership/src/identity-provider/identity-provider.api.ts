import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller } from '@sizhang/service-kit'
import { changed } from '../accounts/accounts.api'
import type { Account } from '../accounts/account.domain'
import { AccountsStore } from '../accounts/accounts.store'
import type { MutationUnlinkIdentityArgs } from '../graph.generated'
import { unlinkIdentity } from './identity-provider.domain'

/** What an account says of its link to the identity provider, and how that is taken from somebody else's. */
@Resolver('Account')
export class IdentityProviderApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly calendar: Calendar,
  ) {}

  @Mutation()
  async unlinkIdentity(@Args() { commandId, input }: MutationUnlinkIdentityArgs, @Context('caller') caller: Caller) {
    const { accountId } = input
    const surroundings = { giver: caller, today: this.calendar.today() }
    return changed(
      await this.accounts.change(accountId, caller, { commandId, name: 'unlinkIdentity', input }, (account) =>
        unlinkIdentity(account, accountId, surroundings),
      ),
    )
  }

  @ResolveField()
  identitySince({ identity }: Account) {
    return identity?.since.toISOString() ?? null
  }
}
