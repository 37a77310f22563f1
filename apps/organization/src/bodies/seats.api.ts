import { Args, Context, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import type { QuerySeatArgs } from '../graph.generated'
import type { Unit } from '../units/units.domain'
import { byRank, overdueDays, type Body, type Seat, type Term } from './bodies.domain'
import { loadBodiesOf } from './bodies.api'
import { BodiesStore } from './bodies.store'

type TermOfBody = Term & { body: Stored<Body> }

/** The graph's questions about seats. */
@Resolver('Seat')
export class SeatsApi {
  constructor(private readonly bodies: BodiesStore) {}

  @Query()
  async seat(@Args() { id }: QuerySeatArgs, @Context('caller') caller: Caller) {
    return seatIn(await this.bodies.withSeats(caller, [id]), id)
  }

  @ResolveField()
  term(seat: Seat & { term: Term; body: Stored<Body> }) {
    return { ...seat.term, body: seat.body }
  }

  @ResolveReference()
  async seatsById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => id)
    const bodies = await this.bodies.withSeats(caller, ids)
    return ids.map((id) => seatIn(bodies, id))
  }
}

/** What a term says of itself. */
@Resolver('Term')
export class TermsApi {
  constructor(private readonly calendar: Calendar) {}

  @ResolveField()
  overdueDays(term: TermOfBody, { on }: { on?: string | null }) {
    return overdueDays(term.body, term, on ?? this.calendar.today())
  }

  @ResolveField()
  seats({ body, ...term }: TermOfBody) {
    return byRank(term.seats).map((seat) => ({ ...seat, term, body }))
  }
}

/** What bodies add to a unit. */
@Resolver('Unit')
export class BodiesOfUnitApi {
  constructor(private readonly store: BodiesStore) {}

  @ResolveField()
  bodies(unit: Stored<Unit>, _: unknown, context: GraphContext) {
    return loadBodiesOf(this.store, context, unit._id)
  }
}

function seatIn(bodies: readonly Stored<Body>[], id: string) {
  for (const body of bodies)
    for (const term of body.terms) {
      const seat = term.seats.find((known) => known.id === id)
      if (seat) return { ...seat, term, body }
    }
  return null
}
