import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, Pages, Rejected, type Caller, type GraphContext } from '@sizhang/service-kit'
import { isVerb, reachOf } from '@sizhang/service-kit/rights'
import { holderText } from '../accounts/accounts.api'
import { AccountsStore } from '../accounts/accounts.store'
import type { QueryWhoMaySeeArgs, QueryWhyMayArgs } from '../graph.generated'
import { namedVerb } from '../grants/grants.api'
import { HeldGrants, type HeldGrant } from '../grants/held-grants'
import { explain } from './explain'
import type { Reason } from './explanations.domain'
import { Places, type AskedPlace } from './places'
import { Seers, type Seer } from './seers'

/** Why somebody may do something, and who may see something. */
@Resolver('RightReason')
export class ExplanationsApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly heldGrants: HeldGrants,
    private readonly places: Places,
    private readonly seers: Seers,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async whyMay(@Args() { accountId, verb, at }: QueryWhyMayArgs, @Context('caller') caller: Caller) {
    if (!isVerb(verb)) throw new Rejected('VERB_UNKNOWN', { field: 'verb', value: verb })
    const asking = await this.accounts.ofSession(caller.accountId)
    const account = accountId && accountId !== caller.accountId ? await this.accounts.find(caller, accountId) : asking
    if (!account) throw new Rejected('NOT_FOUND', { field: 'accountId', value: accountId ?? caller.accountId })
    const place = await this.places.of(at, caller, asking)
    if (account._id !== caller.accountId) await this.checkSeesAccounts(caller, place)
    const held = account.closed ? [] : await this.heldGrants.of(account)
    const explanation = await explain(held, verb, this.calendar.today(), place)
    return { ...explanation, ...(account.closed && { missing: 'CLOSED' }), verb: namedVerb(verb, caller.language) }
  }

  @Query()
  async whoMaySee(@Args() { at, first, after }: QueryWhoMaySeeArgs, @Context('caller') caller: Caller) {
    if (!at.unitId && !at.personId) throw new Rejected('WHERE_MISSING', { field: 'at' })
    const place = await this.places.of(at, caller, await this.accounts.ofSession(caller.accountId))
    const { seenBy, isOwn } = place
    if (!seenBy) throw new Rejected('WHERE_MISSING', { field: 'at' })
    if (!isOwn) await this.checkSeesAccounts(caller, place)
    return this.pages.page(
      caller,
      'whoMaySee',
      at,
      { first, after },
      async (behind, limit) => (await this.seers.list(place, seenBy, behind, limit)).map((seer) => nodeOf(seer, caller)),
      ({ name }) => [name],
    )
  }

  @ResolveField()
  origin({ grant }: Reason<HeldGrant>) {
    return grant.origin
  }

  @ResolveField()
  giver({ grant }: Reason<HeldGrant>, _: unknown, context: GraphContext) {
    return this.holder(grant.givenBy, context)
  }

  @ResolveField()
  confirmer({ grant }: Reason<HeldGrant>, _: unknown, context: GraphContext) {
    return this.holder(grant.confirmedBy ?? null, context)
  }

  /** Who sees the accounts of a place is told who may do what there. */
  private async checkSeesAccounts({ grants }: Caller, { covers }: AskedPlace): Promise<void> {
    if (!(await covers(reachOf(grants, 'accounts.read', this.calendar.today()))))
      throw new Rejected('EXPLANATION_NOT_YOURS', { field: 'at' })
  }

  private async holder(id: string | null, { caller }: GraphContext): Promise<string | null> {
    const holder = id === null ? undefined : (await this.accounts.holders([id])).get(id)
    return holder === undefined ? null : holderText(holder, caller.language)
  }
}

function nodeOf({ account: { _id: accountId, name, holder }, reasons }: Seer, { language }: Caller) {
  return { accountId, name, holder: holderText(holder, language), reasons }
}
