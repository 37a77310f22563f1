import { ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import { Calendar, inOrder, listsInOrder, loadOne, type GraphContext, type Stored } from '@sizhang/service-kit'
import { termOn } from '../terms/terms.domain'
import { loadUnit } from '../units/units.api'
import { UnitsStore } from '../units/units.store'
import type { Body } from './bodies.domain'
import { BodiesStore } from './bodies.store'
import { bodyKindOf, isStanding, type BodyKind } from './body-kinds.domain'
import { byRank } from './seats.domain'

interface OnDay {
  on?: string | null
}

/** What a body says of itself. */
@Resolver('Body')
export class BodyApi {
  constructor(
    private readonly bodies: BodiesStore,
    private readonly units: UnitsStore,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField()
  id(body: Stored<Body>) {
    return body._id
  }

  @ResolveField()
  kind({ kind }: Body): BodyKind {
    // A kind that was dropped from the catalogue is shown bare; bodies of it had terms.
    return bodyKindOf(kind) ?? { code: kind, termYears: 5, unitTypes: null, zh: kind, en: kind }
  }

  @ResolveField()
  unit(body: Stored<Body>, _: unknown, context: GraphContext) {
    return loadUnit(this.units, context, body.unitId)
  }

  @ResolveField()
  until({ ended }: Body) {
    return ended?.on
  }

  @ResolveField()
  endPaper({ ended }: Body) {
    return ended?.paper
  }

  @ResolveField()
  terms(body: Stored<Body>) {
    return isStanding(body.kind) ? [] : body.terms.map((term) => ({ ...term, body }))
  }

  @ResolveField()
  term(body: Stored<Body>, { on }: OnDay) {
    const term = isStanding(body.kind) ? undefined : termOn(body, on ?? this.calendar.today())
    return term && { ...term, body }
  }

  @ResolveField()
  seats(body: Stored<Body>, { on }: OnDay) {
    const day = on ?? this.calendar.today()
    const begun = body.terms.filter(({ from }) => from <= day).at(-1)
    return byRank(begun?.seats ?? []).map((seat) => ({ ...seat, term: begun, body }))
  }

  @ResolveReference()
  async bodiesById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => id)
    return inOrder(ids, await this.bodies.findMany(caller, ids), (body) => body._id)
  }
}

/** What a kind of body says of itself. */
@Resolver('BodyKind')
export class BodyKindApi {
  @ResolveField()
  name(kind: BodyKind, _: unknown, { caller }: GraphContext) {
    return kind[caller.language]
  }

  @ResolveField()
  standing({ termYears }: BodyKind) {
    return termYears === null
  }
}

/** The bodies of one unit, batched with those of the other units that the request asks for. */
export function loadBodiesOf(bodies: BodiesStore, context: GraphContext, unitId: string) {
  return loadOne(context, 'bodies-of-unit', unitId, async (ids) => {
    const found = await bodies.ofUnits(context.caller, ids)
    return listsInOrder(ids, found, ({ unitId: of }) => [of])
  })
}
