import { Args, Context, Query, Resolver } from '@nestjs/graphql'
import { refusalExtensions, refusalIn, Rejected, type Caller } from '@sizhang/service-kit'
import { lackedToGive, reachOf, roleOf, type Verb } from '@sizhang/service-kit/rights'
import { NIL } from 'uuid'
import type { Account } from '../accounts/account.domain'
import { AccountsStore } from '../accounts/accounts.store'
import { KnownPlacesStore } from '../accounts/known-places.store'
import type { QueryPreviewGrantArgs } from '../graph.generated'
import { Granting } from '../grants/granting'
import { namedVerb } from '../grants/grants.api'
import { giveGrant, grantOf, needsFourEyes, type GiveGrant, type GrantSurroundings } from '../grants/grants.domain'
import { HeldGrants } from '../grants/held-grants'
import { PersonsStore } from '../persons/persons.store'
import { verbsAdded } from './explanations.domain'

/** An account that has nothing yet, as one that is only being invited. */
const NEW_ACCOUNT: Account = {
  name: '',
  holder: '',
  personId: null,
  passwordHash: null,
  mustChangePassword: false,
  invitation: null,
  grants: [],
  closed: false,
}
const NOTHING = { added: [], lacking: [], fourEyes: false, nobodyElse: false, units: null, persons: null }

/** What a grant would change, before it is given. */
@Resolver()
export class GrantPreviewApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly granting: Granting,
    private readonly heldGrants: HeldGrants,
    private readonly places: KnownPlacesStore,
    private readonly persons: PersonsStore,
  ) {}

  @Query()
  async previewGrant(@Args() { accountId, grant: said }: QueryPreviewGrantArgs, @Context('caller') caller: Caller) {
    const known = accountId ? await this.accounts.find(caller, accountId) : null
    if (accountId && !known) throw new Rejected('NOT_FOUND', { field: 'accountId', value: accountId })
    const names = { usually: 'giveGrant', alone: 'giveGrantAlone' }
    const { surroundings, alone } = await this.granting.of(caller, NIL, said, names)
    const input = { ...said, grantId: NIL, accountId: accountId ?? NIL }
    const refusal = refusalIn(() => giveGrant(known ?? NEW_ACCOUNT, input, surroundings, 'grant.'))
    const refused = refusal && { refusal: refusal.code, message: refusalExtensions(refusal, caller.language).message }
    if (refusalIn(() => grantOf(input, surroundings))) return { ...NOTHING, ...refused }
    const held = known ? await this.heldGrants.of(known) : []
    return { ...(await this.effect(held, said, surroundings, caller)), nobodyElse: alone === 'NOBODY_ELSE', ...refused }
  }

  private async effect(held: Parameters<typeof verbsAdded>[0], said: GiveGrant, surroundings: GrantSurroundings, caller: Caller) {
    const { giver, today, alone } = surroundings
    const grant = grantOf({ ...said, grantId: NIL }, surroundings)
    const lacking = lackedToGive(giver.grants, grant, today)
    const reach = reachOf([{ ...grant, until: null }], roleOf(grant.role)?.verbs[0] ?? 'units.read', grant.from)
    const inSight = (verb: Verb) => (roleOf(grant.role)?.verbs ?? []).includes(verb) && !lacking.includes(verb)
    const named = (verbs: readonly Verb[]) => verbs.map((verb) => namedVerb(verb, caller.language))
    return {
      added: named(verbsAdded(held, grant, today)),
      lacking: named(lacking),
      fourEyes: needsFourEyes(grant.role) && !alone,
      units: inSight('units.read') ? await this.places.unitsWithin(reach) : null,
      persons: inSight('persons.read')
        ? await this.persons.countWithin(reach, caller, { grants: [...held, { ...grant, from: today, until: null }] })
        : null,
    }
  }
}
