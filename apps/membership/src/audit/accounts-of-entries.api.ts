import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql'
import type { AuditEntry, GraphContext } from '@sizhang/service-kit'
import { loadAccount } from '../accounts/accounts.api'
import { AccountsStore } from '../accounts/accounts.store'

/** The accounts behind the entries of membership's own audit; other services' entries refer to them. */
@Resolver('AuditEntry')
export class AccountsOfEntriesApi {
  constructor(private readonly accounts: AccountsStore) {}

  @ResolveField()
  account(@Parent() { account }: AuditEntry, @Context() context: GraphContext) {
    return account && loadAccount(this.accounts, context, account)
  }
}
