import { Injectable } from '@nestjs/common'
import { loadOne, type GraphContext } from '@sizhang/service-kit'
import { ERASED } from '../persons/persons.api'
import { AccountsStore } from './accounts.store'

/** Whose an account is, in words, whoever asks: a record that somebody may read says who made it. */
@Injectable()
export class AccountHolders {
  constructor(private readonly accounts: AccountsStore) {}

  /** The holder, batched with the others that the request asks for. Tools sign for themselves and have no account: then the name they act under is told. */
  async holder(accountId: string, context: GraphContext): Promise<string> {
    const holder = await loadOne<string>(context, 'account-holders', accountId, async (ids) => {
      const holders = await this.accounts.holders(ids)
      return ids.map((id) => holders.get(id) ?? null)
    })
    return holder === '' ? ERASED[context.caller.language] : (holder ?? accountId)
  }
}
