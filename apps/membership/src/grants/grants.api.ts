import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller, type GraphContext } from '@sizhang/service-kit'
import { roleOf, roles, verbs, type Role, type Verb } from '@sizhang/service-kit/rights'
import { inForce } from '@sizhang/service-kit/rules'
import type { GivenGrant, ProposedGrant } from '../accounts/account.domain'
import { loadAccount } from '../accounts/accounts.api'
import { AccountsStore } from '../accounts/accounts.store'
import type { GrantHoldsArgs } from '../graph.generated'

/** What a grant says of itself, and the catalogue of roles. */
@Resolver('Grant')
export class GrantsApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly calendar: Calendar,
  ) {}

  @Query('roles')
  catalogue(@Context('caller') caller: Caller) {
    return roles.map((role) => named(role, caller))
  }

  @ResolveField()
  role({ role }: GivenGrant, _: unknown, { caller }: GraphContext) {
    const known: Role = roleOf(role) ?? { code: role, name: { zh: role, en: role }, verbs: [], jurisdictions: [] }
    return named(known, caller)
  }

  @ResolveField()
  jurisdiction({ within }: GivenGrant) {
    return within.kind
  }

  @ResolveField()
  area({ within }: GivenGrant) {
    return within.kind === 'AREA' ? { code: within.code } : null
  }

  @ResolveField()
  unit({ within }: GivenGrant) {
    return within.kind === 'UNIT' ? { id: within.id } : null
  }

  @ResolveField()
  holds(grant: GivenGrant | ProposedGrant, { on }: GrantHoldsArgs) {
    return !('lapsesAt' in grant) && inForce(grant, on ?? this.calendar.today())
  }

  @ResolveField()
  givenBy({ givenBy }: GivenGrant, _: unknown, context: GraphContext) {
    return givenBy && loadAccount(this.accounts, context, givenBy)
  }

  @ResolveField()
  givenAt(grant: GivenGrant | ProposedGrant) {
    return 'lapsesAt' in grant ? null : (grant.givenAt?.toISOString() ?? null)
  }

  @ResolveField()
  confirmedBy({ confirmedBy }: GivenGrant, _: unknown, context: GraphContext) {
    return confirmedBy && loadAccount(this.accounts, context, confirmedBy)
  }
}

function named({ code, name, verbs: given, jurisdictions }: Role, { language }: Caller) {
  return { code, name: name[language], verbs: given.map((verb) => namedVerb(verb, language)), jurisdictions }
}

/** A verb in the words of a reader. */
export function namedVerb(verb: Verb, language: Caller['language']) {
  return { code: verb, name: verbs[verb][language] }
}
