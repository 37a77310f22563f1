import { Inject } from '@nestjs/common'
import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, refusalExtensions, refusalIn, SETTINGS, type Caller, type GraphContext, type Written } from '@sizhang/service-kit'
import { inForce } from '@sizhang/service-kit/rules'
import type {
  AppointmentHeldArgs,
  MakeAppointmentInput,
  MutationEndAppointmentArgs,
  MutationMakeAppointmentArgs,
  QueryAppointmentArgs,
  QueryAppointmentsHeldArgs,
  QueryPreviewMakeAppointmentArgs,
} from '../graph.generated'
import { AccountsStore } from '../accounts/accounts.store'
import type { MembershipSettings } from '../config'
import { isReopened } from '../credentials/openings.domain'
import { loadPerson } from '../persons/persons.api'
import { PersonsStore } from '../persons/persons.store'
import {
  endAppointment,
  holdingFor,
  knownSeat,
  makeAppointment,
  mostHeldAtOnce,
  placesLeft,
  vacantSeat,
  type SeatHoldings,
} from './appointments.domain'
import { appointmentsOf, AppointmentsStore, type Appointment } from './appointments.store'
import { KnownSeatsStore } from './known-seats.store'

/** The graph's questions and commands about appointments. */
@Resolver('Appointment')
export class AppointmentsApi {
  constructor(
    private readonly appointments: AppointmentsStore,
    private readonly seats: KnownSeatsStore,
    private readonly persons: PersonsStore,
    private readonly accounts: AccountsStore,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Pick<MembershipSettings, 'ADMINISTRATION'>,
  ) {}

  @Query()
  appointment(@Args() { id }: QueryAppointmentArgs, @Context('caller') caller: Caller) {
    return this.appointments.byId(caller, id)
  }

  @Query()
  async appointmentsHeld(@Args() { unitIds, on }: QueryAppointmentsHeldArgs, @Context('caller') caller: Caller) {
    const appointments = await this.appointments.inUnits(caller, unitIds)
    return appointments.filter((appointment) => inForce(appointment, on))
  }

  @Query()
  async previewMakeAppointment(@Args() { input }: QueryPreviewMakeAppointmentArgs, @Context('caller') caller: Caller) {
    const { seat, ...surroundings } = await this.surroundings(caller, input)
    const others = await this.appointments.ofPersons(caller, [input.personId])
    const holdings = seat && ((await this.appointments.find(caller, seat.seatId)) ?? vacantSeat(seat))
    const time = { from: input.from, until: input.until ?? seat?.termUntil ?? null }
    const refusal = refusalIn(() => {
      const known = knownSeat(input.seatId, seat)
      holdingFor(holdings ?? vacantSeat(known), { ...input, id: input.seatId }, { ...surroundings, seat: known })
    })
    return {
      overlaps: others.filter((other) => mostHeldAtOnce([other], time) > 0),
      placesLeft: seat && holdings ? placesLeft(holdings, seat, time) : 0,
      refusal: refusal?.code,
      message: refusal && refusalExtensions(refusal, caller.language).message,
    }
  }

  @Mutation()
  async makeAppointment(@Args() { commandId, input }: MutationMakeAppointmentArgs, @Context('caller') caller: Caller) {
    const known = await this.surroundings(caller, input)
    const surroundings = { ...known, seat: knownSeat(input.seatId, known.seat) }
    const id = commandId.toLowerCase()
    const written = await this.appointments.make(surroundings.seat, caller, { commandId, name: 'makeAppointment', input }, (holdings) =>
      makeAppointment(holdings, { ...input, id }, surroundings),
    )
    return payload(written, id)
  }

  @Mutation()
  async endAppointment(@Args() { commandId, input }: MutationEndAppointmentArgs, @Context('caller') caller: Caller) {
    const { appointmentId } = input
    const written = await this.appointments.end(appointmentId, caller, { commandId, name: 'endAppointment', input }, (holdings) =>
      endAppointment(holdings, input),
    )
    return payload(written, appointmentId)
  }

  @ResolveField()
  person({ personId }: Appointment, _: unknown, context: GraphContext) {
    return loadPerson(this.persons, context, personId)
  }

  @ResolveField()
  seat({ seatId }: Appointment) {
    return { id: seatId }
  }

  @ResolveField()
  unit({ unitId }: Appointment) {
    return { id: unitId }
  }

  @ResolveField()
  head({ head }: Appointment) {
    return head && { code: head }
  }

  @ResolveField()
  held(appointment: Appointment, { on }: AppointmentHeldArgs) {
    return inForce(appointment, on ?? this.calendar.today())
  }

  @ResolveReference()
  appointmentsById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => String(id))
    return this.appointments.byIds(caller, ids)
  }

  /** What an appointment is checked against. A seat beyond the caller's reach is none. */
  private async surroundings(caller: Caller, { personId, seatId }: MakeAppointmentInput) {
    const known = await this.persons.find(caller, personId)
    // Who was erased is nobody any more.
    const person = known?.erased ? null : known
    const kept = await this.seats.find(seatId)
    const seat = await this.appointments.seenBy(caller, kept)
    const isOfOne = this.settings.ADMINISTRATION === 'four-eyes' && (await this.couldBeOne(kept?.createdBy, caller.accountId))
    const unit = seat && (await this.seats.unit(seat.unitId))
    const reservedFor = seat?.reservedHead ? this.packs.text('head', seat.reservedHead, caller.language).name : null
    return { person, seat, unit, reservedFor, grants: caller.grants, today: this.calendar.today(), isOfOne }
  }

  /** Whether who created a seat and who appoints to it could be one person; nobody knows who created those of an earlier release. */
  private async couldBeOne(creatorId: string | undefined, accountId: string): Promise<boolean> {
    if (creatorId === undefined || creatorId === accountId) return creatorId !== undefined
    const both = await this.accounts.ofIds([creatorId, accountId])
    return both.some((account) => isReopened(account, this.calendar.now()))
  }
}

function payload({ version, mark, state }: Written<SeatHoldings>, appointmentId: string) {
  return { appointment: appointmentsOf(state).find(({ id }) => id === appointmentId), version, mark }
}
