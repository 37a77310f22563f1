import { ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, loadOne, type GraphContext } from '@sizhang/service-kit'
import { rolesOn } from '../accounts/accounts.domain'
import type { StoredAccount } from '../accounts/accounts.store'
import { HeldGrants, type HeldGrant } from './held-grants'

/** What an account has without being granted it by hand: by the seats of its person, as long as they are held. */
@Resolver('Account')
export class HeldGrantsApi {
  constructor(
    private readonly heldGrants: HeldGrants,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  async roles(account: StoredAccount, _: unknown, context: GraphContext) {
    return rolesOn({ grants: [...account.grants, ...(await this.bySeats(account, context))] }, this.calendar.today())
  }

  @ResolveField()
  async seatGrants(account: StoredAccount, _: unknown, context: GraphContext) {
    return (await this.bySeats(account, context)).sort((one, other) => other.from.localeCompare(one.from))
  }

  private async bySeats(account: StoredAccount, context: GraphContext): Promise<HeldGrant[]> {
    const { personId, closed } = account
    if (!personId || closed) return []
    const held = await loadOne(context, 'seat-grants', personId, (ids) => this.heldGrants.bySeats(ids))
    return this.heldGrants.takenBy(account, held ?? [])
  }
}
