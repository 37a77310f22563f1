import { Context, Query, ResolveReference, Resolver } from '@nestjs/graphql'
import { inOrder, Rejected, type Caller } from '@sizhang/service-kit'
import type { Account } from './accounts.domain'
import { AccountsStore } from './accounts.store'

/** The graph's questions about accounts. */
@Resolver('Account')
export class AccountsApi {
  constructor(private readonly accounts: AccountsStore) {}

  @Query()
  async me(@Context('caller') { accountId }: Caller): Promise<Account> {
    const account = await this.accounts.find(accountId)
    if (!account) throw new Rejected('UNAUTHENTICATED')
    return account
  }

  @ResolveReference()
  async accountsById(representations: { id: string }[]): Promise<(Account | null)[]> {
    const ids = representations.map(({ id }) => id)
    return inOrder(ids, await this.accounts.findMany(ids), ({ id }) => id)
  }
}
