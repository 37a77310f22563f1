import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { LocalDate } from '@sizhang/contracts'
import { Packs } from '@sizhang/packs'
import { Audit, Calendar, loadOne, Rejected, SETTINGS, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import { AccessesStore } from '../accesses/accesses.store'
import { AccountsStore } from '../accounts/accounts.store'
import { AppointmentsStore } from '../appointments/appointments.store'
import type { MembershipSettings } from '../config'
import { legalBasisAnswers } from '../consents/consents.api'
import { giveConsent, withdrawConsent, type Processing } from '../consents/consents.domain'
import { askForErasure } from '../erasures/erasures.domain'
import type {
  MutationAskForErasureArgs,
  MutationCorrectMyPhoneArgs,
  MutationGiveMyConsentArgs,
  MutationWithdrawMyConsentArgs,
} from '../graph.generated'
import { PapersStore } from '../papers/papers.store'
import { erasureAnswer, homeJobAnswers } from '../persons/persons.api'
import { correctPerson } from '../persons/persons.domain'
import { PersonsStore, type KeptPerson } from '../persons/persons.store'
import { fingerprint, PrivateFields } from '../persons/private-fields'
import { PLACES } from './my-data.places'

type PersonNode = Stored<KeptPerson>

const MOST_ACCESSES = 200
/** A correction of a phone says nothing of home jobs. */
const noHomeJob = (today: LocalDate) => ({ today, employer: null, title: null, words: { title: '', kind: '', allowed: '' } })

/**
 * What is kept of the person whose account asks. To look at oneself is no access, and needs no right; but that the numbers were read stands in
 * the audit: whoever makes the link that opens an account can use it himself.
 */
@Resolver('MyData')
export class MyDataApi {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly persons: PersonsStore,
    private readonly appointmentsStore: AppointmentsStore,
    private readonly accessesStore: AccessesStore,
    private readonly papersStore: PapersStore,
    private readonly fields: PrivateFields,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'personalData'>,
  ) {}

  @Query()
  async myData(@Context('caller') { accountId }: Caller): Promise<PersonNode | null> {
    const account = await this.accounts.ofSession(accountId)
    return account?.personId ? this.persons.itself(account.personId) : null
  }

  @Mutation()
  async correctMyPhone(@Args() { commandId, input }: MutationCorrectMyPhoneArgs, @Context('caller') caller: Caller) {
    const { _id } = await this.himself(caller)
    const sealed = this.fields.sealGiven(_id, input)
    const command = { commandId, name: 'correctMyPhone', input: fingerprint(sealed) }
    const { mark } = await this.persons.ofHimself(_id, caller, command, (person) =>
      correctPerson(person, { phone: sealed.phone }, noHomeJob(this.calendar.today())),
    )
    return { myData: await this.himself(caller), mark }
  }

  @Mutation()
  async askForErasure(@Args() { commandId }: MutationAskForErasureArgs, @Context('caller') caller: Caller) {
    const { _id } = await this.himself(caller)
    const command = { commandId, name: 'askForErasure', input: {} }
    const { mark } = await this.persons.ofHimself(_id, caller, command, (person) => askForErasure(person, this.calendar.today()))
    return { myData: await this.himself(caller), mark }
  }

  @Mutation()
  async giveMyConsent(@Args() { commandId, input }: MutationGiveMyConsentArgs, @Context('caller') caller: Caller) {
    const { _id } = await this.himself(caller)
    const command = { commandId, name: 'giveMyConsent', input }
    const processing = this.processing(caller)
    const given = { ...input, means: 'ON_SCREEN', on: processing.today } as const
    const { mark } = await this.persons.ofHimself(_id, caller, command, (person) => giveConsent(person, given, processing))
    return { myData: await this.himself(caller), mark }
  }

  @Mutation()
  async withdrawMyConsent(@Args() { commandId, input }: MutationWithdrawMyConsentArgs, @Context('caller') caller: Caller) {
    const { _id } = await this.himself(caller)
    const command = { commandId, name: 'withdrawMyConsent', input }
    const { mark } = await this.persons.ofHimself(_id, caller, command, (person) =>
      withdrawConsent(person, input.purpose, this.processing(caller)),
    )
    return { myData: await this.himself(caller), mark }
  }

  @ResolveField()
  legalBases({ legalBases }: PersonNode, _: unknown, { caller }: GraphContext) {
    return legalBasisAnswers({ legalBases }, this.settings.personalData.bases, caller.language)
  }

  @ResolveField()
  personId({ _id }: PersonNode) {
    return _id
  }

  @ResolveField()
  async phone(person: PersonNode, _: unknown, context: GraphContext) {
    return (await this.numbers(person, context)).phone
  }

  @ResolveField()
  async identityNumber(person: PersonNode, _: unknown, context: GraphContext) {
    return (await this.numbers(person, context)).identityNumber
  }

  @ResolveField()
  guardian({ _id, minor }: PersonNode) {
    if (!minor?.guardian) return null
    const { guardian, until } = minor
    const [name, phone] = [this.fields.guardianName(_id, guardian), this.fields.guardianPhone(_id, guardian)]
    return { name, phone, relation: guardian.relation, consentedOn: guardian.on, until }
  }

  @ResolveField()
  homeJobs({ homeJobs }: PersonNode) {
    return homeJobAnswers(homeJobs, this.packs)
  }

  @ResolveField()
  async appointments({ _id }: PersonNode) {
    const held = await this.appointmentsStore.heldBy(_id)
    return held.sort((a, b) => (a.from < b.from ? 1 : -1))
  }

  @ResolveField()
  places(_: PersonNode, __: unknown, { caller }: GraphContext) {
    return PLACES.map(({ what, ...place }) => ({ ...place, what: what[caller.language] }))
  }

  @ResolveField()
  accesses({ _id }: PersonNode) {
    return this.accessesStore.ofHimself(_id, MOST_ACCESSES)
  }

  @ResolveField()
  papers({ _id }: PersonNode) {
    return this.papersStore.ofHimself(_id)
  }

  @ResolveField()
  erasureRequest({ erasureRequest }: PersonNode) {
    return erasureRequest && erasureAnswer(erasureRequest)
  }

  /** The numbers in plain, after that was written down, once a request. */
  private async numbers(person: PersonNode, context: GraphContext) {
    await loadOne(context, 'own-numbers-read', person._id, async ([record = null]) => {
      await this.audit.append(context.caller, { action: 'myData', kind: 'persons', record })
      return [record]
    })
    return this.fields.opened(person)
  }

  private processing({ language }: Caller): Processing {
    return { bases: this.settings.personalData.bases, today: this.calendar.today(), language }
  }

  private async himself(caller: Caller): Promise<PersonNode> {
    const person = await this.myData(caller)
    if (!person) throw new Rejected('ACCOUNT_WITHOUT_PERSON')
    return person
  }
}
