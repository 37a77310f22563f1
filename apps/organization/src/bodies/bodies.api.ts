import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, type Caller, type Stored, type Written } from '@sizhang/service-kit'
import { v5 as uuidv5 } from 'uuid'
import type {
  MutationCreateSeatArgs,
  MutationEndBodyArgs,
  MutationOpenBodyArgs,
  MutationOpenTermArgs,
  QueryBodyArgs,
  SeatInput,
} from '../graph.generated'
import { SeatsHeldStore } from '../units/seats-held.store'
import { UnitsStore } from '../units/units.store'
import { bodyUnitOf, createSeat, endBody, openBody, openTerm, type Body, type BodyUnit } from './bodies.domain'
import { BodiesStore } from './bodies.store'
import { bodyKinds } from './body-kinds.domain'
import type { SeatSurroundings } from './seats.domain'

/** The graph's questions and commands about bodies. */
@Resolver()
export class BodiesApi {
  constructor(
    private readonly bodies: BodiesStore,
    private readonly units: UnitsStore,
    private readonly seatsHeld: SeatsHeldStore,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  body(@Args() { id }: QueryBodyArgs, @Context('caller') caller: Caller) {
    return this.bodies.find(caller, id)
  }

  @Query('bodyKinds')
  catalogue() {
    return bodyKinds
  }

  @Mutation()
  async openBody(@Args() { commandId, input }: MutationOpenBodyArgs, @Context('caller') caller: Caller) {
    const unit = await this.unitOf(caller, input.unitId)
    const { number, until } = input
    const written = await this.bodies.open(caller, { commandId, name: 'openBody', input }, (bodyId) => {
      const term = input.seats || number || until ? { id: uuidv5('term', bodyId), number, until } : undefined
      return openBody({ ...input, bodyId, term, seats: wishedSeats(input.seats, bodyId) }, unit, this.surroundings(caller))
    })
    return payload(written)
  }

  @Mutation()
  async openTerm(@Args() { commandId, expectedVersion, input }: MutationOpenTermArgs, @Context('caller') caller: Caller) {
    const termId = commandId.toLowerCase()
    const seatsHeld = await this.seatsHeld.countInTerms(input.bodyId, input.from)
    const written = await this.bodies.change(input.bodyId, caller, { commandId, name: 'openTerm', input, expectedVersion }, (body) =>
      openTerm(body, { ...input, termId, seats: wishedSeats(input.seats, termId) }, { ...this.surroundings(caller), seatsHeld }),
    )
    const body = stored(written)
    const term = body.terms.find(({ id }) => id === termId)
    return { ...payload(written), term: { ...term, body } }
  }

  @Mutation()
  async createSeat(@Args() { commandId, expectedVersion, input }: MutationCreateSeatArgs, @Context('caller') caller: Caller) {
    const seatId = commandId.toLowerCase()
    const written = await this.bodies.change(input.bodyId, caller, { commandId, name: 'createSeat', input, expectedVersion }, (body) =>
      createSeat(body, { ...input, seatId }, this.surroundings(caller)),
    )
    const body = stored(written)
    const term = body.terms.find(({ seats }) => seats.some(({ id }) => id === seatId))
    return { ...payload(written), seat: { ...term?.seats.find(({ id }) => id === seatId), term, body } }
  }

  @Mutation()
  async endBody(@Args() { commandId, expectedVersion, input }: MutationEndBodyArgs, @Context('caller') caller: Caller) {
    const seatsHeld = await this.seatsHeld.countInBody(input.bodyId, input.on)
    const written = await this.bodies.change(input.bodyId, caller, { commandId, name: 'endBody', input, expectedVersion }, (body) =>
      endBody(body, input, { seatsHeld }),
    )
    return payload(written)
  }

  private surroundings({ grants }: Caller): SeatSurroundings {
    return { heads: new Set(this.packs.heads().map(({ code }) => code)), grants, today: this.calendar.today() }
  }

  private async unitOf(caller: Caller, unitId: string): Promise<BodyUnit | null> {
    const unit = await this.units.find(caller, unitId)
    return unit && bodyUnitOf(unit)
  }
}

/** Seats with the ids that the same command gives them again. */
function wishedSeats(seats: SeatInput[] | null | undefined, commandId: string) {
  return (seats ?? []).map((seat, place) => ({ id: uuidv5(String(place), commandId), seat }))
}

function stored({ id, version, state }: Written<Body>): Stored<Body> {
  return { ...state, _id: id, version }
}

function payload(written: Written<Body>) {
  return { body: stored(written), version: written.version, mark: written.mark }
}
