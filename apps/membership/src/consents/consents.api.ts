import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, SETTINGS, type Caller, type GraphContext, type Language, type Stored, type Written } from '@sizhang/service-kit'
import { currentText, purposeCodes, purposes, type Bases, type Purpose } from '@sizhang/service-kit/personal-data'
import type { MembershipSettings } from '../config'
import type { MutationGiveConsentArgs, MutationWithdrawConsentArgs } from '../graph.generated'
import { checkNotErased } from '../persons/erased.domain'
import { PersonsStore, type KeptPerson } from '../persons/persons.store'
import { giveConsent, mayProcess, withdrawConsent, type Processing } from './consents.domain'

/** The graph's questions and commands about what personal data is used for, and who agreed to it. */
@Resolver('Person')
export class ConsentsApi {
  constructor(
    private readonly persons: PersonsStore,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'personalData'>,
  ) {}

  @Query()
  processingPurposes(@Context() { caller }: GraphContext) {
    return purposeCodes.map((purpose) => purposeAnswer(purpose, this.processing(caller).bases, caller.language))
  }

  @Mutation()
  async giveConsent(@Args() { commandId, input }: MutationGiveConsentArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'giveConsent', input }
    return payload(
      await this.persons.correct(input.personId, caller, command, (person) => {
        checkNotErased(person)
        return giveConsent(person, input.consent, this.processing(caller), 'consent.')
      }),
    )
  }

  @Mutation()
  async withdrawConsent(@Args() { commandId, input }: MutationWithdrawConsentArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'withdrawConsent', input }
    return payload(
      await this.persons.correct(input.personId, caller, command, (person) =>
        withdrawConsent(person, input.purpose, this.processing(caller)),
      ),
    )
  }

  @ResolveField()
  legalBases({ legalBases }: Stored<KeptPerson>, _: unknown, { caller }: GraphContext) {
    return legalBasisAnswers({ legalBases }, this.processing(caller).bases, caller.language)
  }

  private processing({ language }: Caller): Processing {
    return { bases: this.settings.personalData.bases, today: this.calendar.today(), language }
  }
}

/** On what the use of a person's data rests, as the graph tells it: purpose by purpose, in the order of the list. */
export function legalBasisAnswers(person: Pick<KeptPerson, 'legalBases'>, bases: Bases, language: Language) {
  return purposeCodes.map((purpose) => ({
    ...person.legalBases?.find((basis) => basis.purpose === purpose),
    purpose: purposeAnswer(purpose, bases, language),
    inForce: mayProcess(person, purpose, bases),
  }))
}

function purposeAnswer(code: Purpose, bases: Bases, language: Language) {
  const text = currentText(code)
  return { code, name: purposes[code].name[language], basis: bases[code], text: text[language], textVersion: text.version }
}

function payload({ id, version, mark, state }: Written<KeptPerson>) {
  return { person: { ...state, _id: id, version }, version, mark }
}
