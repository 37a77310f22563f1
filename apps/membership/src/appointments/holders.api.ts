import { ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, inOrder, loadOne, type GraphContext } from '@sizhang/service-kit'
import { daysBetween, inForce } from '@sizhang/service-kit/rules'
import type { SeatHoldersArgs, SeatVacanciesArgs, SeatVacantArgs, UnitHoldersArgs } from '../graph.generated'
import type { Seat } from './appointments.domain'
import { AppointmentsStore, type Appointment } from './appointments.store'
import { KnownSeatsStore } from './known-seats.store'
import { vacanciesOn } from './vacancies.domain'

interface Entity {
  id: string
}

/** Who holds a seat, is added to organization's seats. Each field is one question to the database, however many seats are asked for. */
@Resolver('Seat')
export class SeatHoldersApi {
  constructor(
    private readonly store: AppointmentsStore,
    private readonly seats: KnownSeatsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  async holders(seat: Entity, { on }: SeatHoldersArgs, context: GraphContext) {
    return heldOn(await this.toSeat(seat, context), on ?? this.calendar.today())
  }

  @ResolveField()
  async vacant(seat: Entity, { on }: SeatVacantArgs, context: GraphContext) {
    const known = await this.known(seat, context)
    if (!known) return null
    const held = heldOn(await this.toSeat(seat, context), on ?? this.calendar.today())
    return Math.max(0, known.places - held.length)
  }

  @ResolveField()
  async vacancies(seat: Entity, { on }: SeatVacanciesArgs, context: GraphContext) {
    const known = await this.known(seat, context)
    if (!known) return null
    const day = on ?? this.calendar.today()
    return vacanciesOn(await this.toSeat(seat, context), known, day).map((since) => ({ since, days: daysBetween(since, day) }))
  }

  @ResolveField()
  async appointments(seat: Entity, _: unknown, context: GraphContext) {
    return [...(await this.toSeat(seat, context))].reverse()
  }

  /** The seat as it is known here; null where it is not, and to whom may not see who holds it. */
  private async known(seat: Entity, context: GraphContext) {
    const known = await loadOne<Seat>(context, 'known-seats', seat.id, async (ids) =>
      inOrder<Seat>(ids, await this.seats.findMany(ids), ({ seatId }) => seatId),
    )
    return this.store.seenBy(context.caller, known)
  }

  private toSeat({ id }: Entity, context: GraphContext) {
    return loadLists(
      context,
      'appointments-to-seats',
      id,
      (ids) => this.store.toSeats(context.caller, ids),
      ({ seatId }) => seatId,
    )
  }
}

/** Who holds a seat in a unit, is added to organization's units. */
@Resolver('Unit')
export class UnitHoldersApi {
  constructor(
    private readonly store: AppointmentsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  async holders({ id }: Entity, { on }: UnitHoldersArgs, context: GraphContext) {
    const appointments = await loadLists(
      context,
      'appointments-in-units',
      id,
      (ids) => this.store.inUnits(context.caller, ids),
      ({ unitId }) => unitId,
    )
    return heldOn(appointments, on ?? this.calendar.today())
  }
}

/** The posts of a person, past and present. */
@Resolver('Person')
export class PersonPostsApi {
  constructor(private readonly store: AppointmentsStore) {}

  @ResolveField()
  appointments({ _id: id }: { _id: string }, _: unknown, context: GraphContext) {
    return loadLists(
      context,
      'appointments-of-persons',
      id,
      (ids) => this.store.ofPersons(context.caller, ids),
      ({ personId }) => personId,
    )
  }
}

function heldOn(appointments: readonly Appointment[], day: string): Appointment[] {
  return appointments.filter((appointment) => inForce(appointment, day))
}

/** The appointments that belong to a key, batched with those of the other keys that the request asks for. */
async function loadLists(
  context: GraphContext,
  name: string,
  key: string,
  load: (keys: readonly string[]) => Promise<Appointment[]>,
  keyOf: (appointment: Appointment) => string,
): Promise<Appointment[]> {
  const list = await loadOne(context, name, key, async (keys) => {
    const lists = new Map<string, Appointment[]>(keys.map((one) => [one, []]))
    for (const appointment of await load(keys)) lists.get(keyOf(appointment))?.push(appointment)
    return keys.map((one) => lists.get(one) ?? [])
  })
  return list ?? []
}
