import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, inOrder, loadOne, type Caller, type GraphContext, type Stored, type Written } from '@sizhang/service-kit'
import { v5 as uuidv5 } from 'uuid'
import type { MutationCreateSeatArgs, MutationOpenBodyArgs, MutationOpenTermArgs, QueryBodyArgs } from '../graph.generated'
import { unitTypeOf } from '../units/unit-types.domain'
import { loadUnit } from '../units/units.api'
import { UnitsStore } from '../units/units.store'
import { createSeat, openBody, openTerm, termOn, type Body, type BodyUnit } from './bodies.domain'
import { bodyKindOf, bodyKinds } from './body-kinds.domain'
import { BodiesStore } from './bodies.store'

/** The graph's questions and commands about bodies. */
@Resolver('Body')
export class BodiesApi {
  constructor(
    private readonly bodies: BodiesStore,
    private readonly units: UnitsStore,
    private readonly packs: Packs,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  body(@Args() { id }: QueryBodyArgs, @Context('caller') caller: Caller) {
    return this.bodies.find(caller, id)
  }

  @Query('bodyKinds')
  catalogue(@Context('caller') { language }: Caller) {
    return bodyKinds.map((kind) => ({ code: kind.code, name: kind[language] }))
  }

  @Mutation()
  async openBody(@Args() { commandId, input }: MutationOpenBodyArgs, @Context('caller') caller: Caller) {
    const unit = await this.unitOf(caller, input.unitId)
    const written = await this.bodies.open(caller, { commandId, name: 'openBody', input }, (bodyId) => openBody({ ...input, bodyId }, unit))
    return payload(written)
  }

  @Mutation()
  async openTerm(@Args() { commandId, expectedVersion, input }: MutationOpenTermArgs, @Context('caller') caller: Caller) {
    const termId = commandId.toLowerCase()
    const written = await this.bodies.change(input.bodyId, caller, { commandId, name: 'openTerm', input, expectedVersion }, (body) => {
      const seats = (input.seats ?? []).map((seat, place) => ({ id: uuidv5(String(place), termId), seat }))
      return openTerm(body, { ...input, termId, seats }, this.heads())
    })
    const body = stored(written)
    const term = body.terms.find(({ id }) => id === termId)
    return { ...payload(written), term: { ...term, body } }
  }

  @Mutation()
  async createSeat(@Args() { commandId, expectedVersion, input }: MutationCreateSeatArgs, @Context('caller') caller: Caller) {
    const seatId = commandId.toLowerCase()
    const written = await this.bodies.change(input.bodyId, caller, { commandId, name: 'createSeat', input, expectedVersion }, (body) =>
      createSeat(body, { ...input, seatId }, this.heads()),
    )
    const body = stored(written)
    const term = body.terms.find(({ seats }) => seats.some(({ id }) => id === seatId))
    return { ...payload(written), seat: { ...term?.seats.find(({ id }) => id === seatId), term, body } }
  }

  @ResolveField()
  id(body: Stored<Body>) {
    return body._id
  }

  @ResolveField()
  kind(body: Body, _: unknown, { caller }: GraphContext) {
    return { code: body.kind, name: bodyKindOf(body.kind)?.[caller.language] ?? body.kind }
  }

  @ResolveField()
  unit(body: Body, _: unknown, context: GraphContext) {
    return loadUnit(this.units, context, body.unitId)
  }

  @ResolveField()
  terms(body: Body) {
    return body.terms.map((term) => ({ ...term, body }))
  }

  @ResolveField()
  term(body: Body, { on }: { on?: string | null }) {
    const term = termOn(body, on ?? this.calendar.today())
    return term && { ...term, body }
  }

  @ResolveReference()
  async bodiesById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => id)
    return inOrder(ids, await this.bodies.findMany(caller, ids), (body) => body._id)
  }

  private heads(): Set<string> {
    return new Set(this.packs.heads().map(({ code }) => code))
  }

  private async unitOf(caller: Caller, unitId: string): Promise<BodyUnit | null> {
    const unit = await this.units.find(caller, unitId)
    const type = unit && unitTypeOf(unit.unitType)
    return unit && type ? { ...unit, serves: type.serves, usualBodyKind: type.bodyKind } : null
  }
}

/** The bodies of one unit, batched with those of the other units that the request asks for. */
export function loadBodiesOf(bodies: BodiesStore, context: GraphContext, unitId: string) {
  return loadOne(context, 'bodies-of-unit', unitId, async (ids) => {
    const found = await bodies.ofUnits(context.caller, ids)
    return ids.map((id) => found.filter((body) => body.unitId === id))
  })
}

function stored({ id, version, state }: Written<Body>): Stored<Body> {
  return { ...state, _id: id, version }
}

function payload(written: Written<Body>) {
  return { body: stored(written), version: written.version, mark: written.mark }
}
