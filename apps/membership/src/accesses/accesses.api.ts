import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, Pages, SETTINGS, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import { AccountHolders } from '../accounts/account-holders'
import { AppointmentsStore } from '../appointments/appointments.store'
import type { MembershipSettings } from '../config'
import type { MutationApproveLookArgs, MutationUnmaskPersonArgs, QueryPersonalDataAccessesArgs } from '../graph.generated'
import { checkGuardianAgrees, isMinor } from '../minors/minors.domain'
import { loadPerson } from '../persons/persons.api'
import { checkNotErased } from '../persons/erased.domain'
import { PersonsStore } from '../persons/persons.store'
import { PrivateFields } from '../persons/private-fields'
import {
  approveLook,
  askedSince,
  askToLook,
  checkLookAllowed,
  showNumbers,
  shownUntil,
  type Access,
  type ShownField,
} from './accesses.domain'
import { AccessesStore } from './accesses.store'

const NOTHING = { phone: null, identityNumber: null }

/** Shows numbers in plain, on record, and tells who looked. */
@Resolver('PersonalDataAccess')
export class AccessesApi {
  constructor(
    private readonly accesses: AccessesStore,
    private readonly persons: PersonsStore,
    private readonly appointments: AppointmentsStore,
    private readonly holders: AccountHolders,
    private readonly fields: PrivateFields,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'personalData'>,
  ) {}

  @Query()
  async personalDataAccesses(@Args() { personId, first, after }: QueryPersonalDataAccessesArgs, @Context('caller') caller: Caller) {
    return this.pages.page(
      caller,
      'personalDataAccesses',
      { personId },
      { first, after },
      (behind, limit) => this.accesses.ofPerson(caller, personId, behind, limit),
      ({ at, _id }) => [at.getTime(), _id],
    )
  }

  @Query()
  looksToApprove(@Context('caller') caller: Caller) {
    return this.accesses.waiting(caller, askedSince(this.calendar.now()))
  }

  @Mutation()
  async approveLook(@Args() { commandId, input }: MutationApproveLookArgs, @Context('caller') caller: Caller) {
    const command = { commandId, name: 'approveLook', input, right: 'accesses.approve' } as const
    const { id, mark, state } = await this.accesses.approve(input.accessId, caller, command, (access) =>
      approveLook(access, caller.accountId, this.calendar.now()),
    )
    return { access: { ...state, _id: id }, mark }
  }

  /**
   * The look is recorded first: a crash never shows a number without its record. Of a child the record is a request, and the same command shows
   * the numbers once a second person has approved.
   */
  @Mutation()
  async unmaskPerson(@Args() { commandId, input }: MutationUnmaskPersonArgs, @Context('caller') caller: Caller) {
    const person = await this.persons.changeable(input.personId, caller, 'accesses.write')
    checkNotErased(person)
    checkGuardianAgrees(person, this.calendar.today())
    checkLookAllowed(person, input, { bases: this.settings.personalData.bases, language: caller.language })
    const path = [...new Set([...person.path, ...(await this.appointments.areasOf(person._id))])]
    const looked = { accountId: caller.accountId, at: this.calendar.now(), path }
    const needsApproval = isMinor(person, this.calendar.today())
    const { id, mark, state } = await this.accesses.record(caller, { commandId, name: 'unmaskPerson', input }, (accessId) =>
      needsApproval ? askToLook(accessId, input, looked) : showNumbers(accessId, input, looked),
    )
    const until = shownUntil(state, { accountId: caller.accountId, personId: person._id, needsApproval }, this.calendar.now())
    const awaitsApproval = state.approved === null
    const numbers = awaitsApproval ? NOTHING : this.fields.opened(person)
    const guardian = awaitsApproval ? undefined : person.minor?.guardian
    const shown = (field: ShownField, number: string | null) => (state.fields.includes(field) ? number : null)
    return {
      phone: shown('PHONE', numbers.phone),
      identityNumber: shown('IDENTITY_NUMBER', numbers.identityNumber),
      guardianPhone: shown('GUARDIAN_PHONE', guardian ? this.fields.guardianPhone(person._id, guardian) : null),
      awaitsApproval,
      access: { ...state, _id: id },
      until: until.toISOString(),
      mark,
    }
  }

  @ResolveField()
  id({ _id }: Stored<Access>) {
    return _id
  }

  @ResolveField()
  at({ at }: Access) {
    return at.toISOString()
  }

  @ResolveField()
  awaitsApproval({ approved }: Access) {
    return approved === null
  }

  @ResolveField()
  approvedBy({ approved }: Access, _: unknown, context: GraphContext) {
    return approved ? this.holders.holder(approved.by, context) : null
  }

  @ResolveField()
  by({ accountId }: Access, _: unknown, context: GraphContext) {
    return this.holders.holder(accountId, context)
  }

  @ResolveField()
  person({ personId }: Access, _: unknown, context: GraphContext) {
    return loadPerson(this.persons, context, personId)
  }
}
