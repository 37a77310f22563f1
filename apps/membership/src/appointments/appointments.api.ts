import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, refusalExtensions, refusalOf, type Caller, type GraphContext, type Written } from '@sizhang/service-kit'
import { inForce, type Rejected } from '@sizhang/service-kit/rules'
import type {
  AppointmentHeldArgs,
  MakeAppointmentInput,
  MutationEndAppointmentArgs,
  MutationMakeAppointmentArgs,
  QueryAppointmentArgs,
  QueryAppointmentsHeldArgs,
  QueryPreviewMakeAppointmentArgs,
} from '../graph.generated'
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
    private readonly packs: Packs,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async appointment(@Args() { id }: QueryAppointmentArgs, @Context('caller') caller: Caller) {
    const [appointment] = await this.appointments.byIds(caller, [id])
    return appointment
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

  /** What an appointment is checked against. Persons are asked first: only who may read them learns which seats there are. */
  private async surroundings(caller: Caller, { personId, seatId }: MakeAppointmentInput) {
    const person = await this.persons.find(caller, personId)
    const seat = await this.seats.find(seatId)
    const unit = seat && (await this.seats.unit(seat.unitId))
    const reservedFor = seat?.reservedHead ? this.packs.text('head', seat.reservedHead, caller.language).name : null
    return { person, seat, unit, reservedFor }
  }
}

function payload({ version, mark, state }: Written<SeatHoldings>, appointmentId: string) {
  return { appointment: appointmentsOf(state).find(({ id }) => id === appointmentId), version, mark }
}

/** The refusal that a call meets, if any. */
function refusalIn(call: () => void): Rejected | undefined {
  try {
    call()
    return undefined
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
}
