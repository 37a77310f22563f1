import { Injectable } from '@nestjs/common'
import { Calendar, type Caller } from '@sizhang/service-kit'
import { isNowhere, reachOf } from '@sizhang/service-kit/rights'
import type { Delegation } from '../accounts/account.domain'
import { holderText } from '../accounts/accounts.api'
import { AccountsStore, type StoredAccount } from '../accounts/accounts.store'
import { HeldGrants } from '../grants/held-grants'
import { stateOf } from './delegations.domain'

/** A delegation as the graph tells it. */
interface DelegationNode {
  id: string
  grant: Delegation & { givenBy: string }
  by: string
  to: string
  reason: Delegation['reason']
  state: ReturnType<typeof stateOf>
}

/** Delegations with the words for both sides, and with what is left of them. */
@Injectable()
export class DelegationNodes {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly heldGrants: HeldGrants,
    private readonly calendar: Calendar,
  ) {}

  /**
   * What accounts do in the place of others, the latest first. Who acts is told in words to those who see the account, and by its name to others:
   * anybody can delegate to a name that he guesses.
   */
  async of(accounts: readonly StoredAccount[], caller: Caller): Promise<DelegationNode[]> {
    const { language } = caller
    const others = accounts.map(({ _id }) => _id).filter((id) => id !== caller.accountId)
    const seen = await this.seen(caller, others)
    const toOf = ({ _id, name, holder }: StoredAccount) => (others.includes(_id) && !seen.has(_id) ? name : holderText(holder, language))
    const kept = accounts.flatMap((account) => (account.delegations ?? []).map((delegation) => ({ delegation, to: toOf(account) })))
    const givers = [...new Set(kept.map(({ delegation }) => delegation.by))]
    const [holders, own] = [await this.accounts.holders(givers), await this.heldGrants.ownOfAll(givers)]
    const today = this.calendar.today()
    const nodes = kept.map(({ delegation, to }) => ({
      id: delegation.id,
      grant: { ...delegation, givenBy: delegation.by },
      by: holderText(holders.get(delegation.by) ?? '', language),
      to,
      reason: delegation.reason,
      state: stateOf(delegation, own.get(delegation.by) ?? [], today),
    }))
    return nodes.sort((one, other) => (one.grant.from < other.grant.from ? 1 : -1))
  }

  /** Which of the accounts somebody sees; none, where he has no right to accounts. */
  private async seen(caller: Caller, ids: readonly string[]): Promise<Set<string>> {
    if (isNowhere(reachOf(caller.grants, 'accounts.read', this.calendar.today()))) return new Set()
    return new Set((await this.accounts.findMany(caller, ids)).map(({ _id }) => _id))
  }
}
