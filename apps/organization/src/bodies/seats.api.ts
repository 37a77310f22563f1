import { Args, Context, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Packs } from '@sizhang/packs'
import { Calendar, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import type { QuerySeatArgs } from '../graph.generated'
import type { Unit } from '../units/units.domain'
import { overdueDays } from '../terms/terms.domain'
import type { Body, Term } from './bodies.domain'
import { loadBodiesOf } from './body.api'
import { BodiesStore } from './bodies.store'
import { bodyKindsOf } from './body-kinds.domain'
import { usualSeats } from './seat-templates.domain'
import { byRank, type Seat } from './seats.domain'

type TermOfBody = Term & { body: Stored<Body> }

/** The graph's questions about seats. */
@Resolver('Seat')
export class SeatsApi {
  constructor(private readonly bodies: BodiesStore) {}

  @Query()
  async seat(@Args() { id }: QuerySeatArgs, @Context('caller') caller: Caller) {
    const body = await this.bodies.withSeat(caller, id)
    return body && seatIn([body], id)
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
export class TermApi {
  constructor(private readonly calendar: Calendar) {}

  @ResolveField()
  overdueDays(term: TermOfBody, { on }: { on?: string | null }) {
    return overdueDays(term.body, term, on ?? this.calendar.today())
  }

  @ResolveField()
  postponedUntil({ postponed }: Term) {
    return postponed?.until
  }

  @ResolveField()
  postponementPaper({ postponed }: Term) {
    return postponed?.paper
  }

  @ResolveField()
  agreedUntil({ endedEarly }: Term) {
    return endedEarly?.agreed
  }

  @ResolveField()
  earlyPaper({ endedEarly }: Term) {
    return endedEarly?.paper
  }

  @ResolveField()
  seats({ body, ...term }: TermOfBody) {
    return byRank(term.seats).map((seat) => ({ ...seat, term, body }))
  }
}

/** What bodies add to a unit. */
@Resolver('Unit')
export class BodiesOfUnitApi {
  constructor(
    private readonly store: BodiesStore,
    private readonly packs: Packs,
  ) {}

  @ResolveField()
  bodyTemplates({ unitType }: Unit) {
    const heads = new Set(this.packs.heads().map(({ code }) => code))
    return bodyKindsOf(unitType).map((kind) => ({ kind, seats: usualSeats(unitType, kind.code, heads) }))
  }

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
