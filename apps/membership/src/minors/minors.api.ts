import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import { currentGuardianText } from '@sizhang/service-kit/personal-data'
import type { MutationWithdrawGuardianConsentArgs } from '../graph.generated'
import { HIDDEN_PHONE } from '../persons/persons.domain'
import { PersonsStore, type KeptPerson } from '../persons/persons.store'
import { PrivateFields } from '../persons/private-fields'
import { isMinor, withdrawGuardianConsent } from './minors.domain'

/** What is told of a child under fourteen, to who may know that it is one. */
@Resolver('Person')
export class MinorsApi {
  constructor(
    private readonly persons: PersonsStore,
    private readonly fields: PrivateFields,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  guardianText(@Context() { caller }: GraphContext) {
    const text = currentGuardianText()
    return { text: text[caller.language], version: text.version }
  }

  @Mutation()
  async withdrawGuardianConsent(@Args() { commandId, input }: MutationWithdrawGuardianConsentArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'withdrawGuardianConsent', input }
    const { id, version, mark } = await this.persons.correct(input.personId, caller, command, (person) =>
      withdrawGuardianConsent(person, this.calendar.today()),
    )
    return { personId: id, version, mark }
  }

  @ResolveField()
  minor({ _id, minor }: Stored<KeptPerson>) {
    if (!minor || !isMinor({ minor }, this.calendar.today())) return null
    const { until, guardian, withdrawnOn } = minor
    if (!guardian) return { until }
    const { relation, on: consentedOn, textVersion } = guardian
    const guardianName = this.fields.guardianName(_id, guardian)
    return { until, guardianName, guardianPhone: HIDDEN_PHONE, relation, consentedOn, textVersion, withdrawnOn }
  }
}
