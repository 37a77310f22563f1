import { Args, Context, Mutation, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql'
import {
  Calendar,
  inOrder,
  listsInOrder,
  loadOne,
  Pages,
  type Caller,
  type GraphContext,
  type Loaded,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { loadArea, loadAreas } from '../areas/areas.api'
import { AreasStore } from '../areas/areas.store'
import { EmployersStore } from '../employers/employers.store'
import type { MutationDissolveUnitArgs, MutationEstablishUnitArgs, QueryUnitArgs, QueryUnitsArgs } from '../graph.generated'
import { Holds } from '../holds/holds.store'
import { parentOn } from '../moves/moves.domain'
import { Establishments } from './establishments'
import { SeatsHeldStore } from './seats-held.store'
import { unitTypeOf, unitTypes, type UnitType } from './unit-types.domain'
import { coversOn, dissolveUnit, type Unit } from './units.domain'
import { UnitsStore } from './units.store'

/** The graph's questions and commands about units. */
@Resolver('Unit')
export class UnitsApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly seatsHeld: SeatsHeldStore,
    private readonly areas: AreasStore,
    private readonly employers: EmployersStore,
    private readonly holds: Holds,
    private readonly establishments: Establishments,
    private readonly pages: Pages,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  unit(@Args() { id }: QueryUnitArgs, @Context('caller') caller: Caller) {
    return this.units.find(caller, id)
  }

  @Query('units')
  list(@Args() { first, after, ...filter }: QueryUnitsArgs, @Context('caller') caller: Caller) {
    return this.pages.page(
      caller,
      'units',
      filter,
      { first, after },
      (behind, limit) => this.units.list(caller, filter, behind, limit),
      (unit) => [unit.from, unit._id],
    )
  }

  @Query('unitTypes')
  catalogue(@Context('caller') caller: Caller) {
    return unitTypes().map((type) => named(type, caller))
  }

  @Mutation()
  async establishUnit(@Args() { commandId, input }: MutationEstablishUnitArgs, @Context('caller') caller: Caller) {
    return payload(await this.establishments.establishOne(caller, 'establishUnit', { commandId, input }))
  }

  @Mutation()
  async dissolveUnit(@Args() { commandId, expectedVersion, input }: MutationDissolveUnitArgs, @Context('caller') caller: Caller) {
    const { unitId, on } = input
    await this.units.changeable(unitId, caller, 'units.write')
    return this.holds.during(
      commandId,
      async () => ({ alone: [unitId] }),
      async () => {
        const unitsBelow = (await this.units.below(unitId, on)).length
        const seatsHeld = await this.seatsHeld.count(unitId, on)
        const employersCovered = await this.employers.countCoveredBy(unitId, on)
        return payload(
          await this.units.change(unitId, caller, { commandId, name: 'dissolveUnit', input, expectedVersion }, (unit) =>
            dissolveUnit(unit, input, { unitsBelow, seatsHeld, employersCovered }),
          ),
        )
      },
    )
  }

  @ResolveField()
  id(unit: Stored<Unit>) {
    return unit._id
  }

  @ResolveField()
  type(unit: Unit, _: unknown, { caller }: GraphContext) {
    const type = unitTypeOf(unit.unitType)
    return type && named(type, caller)
  }

  @ResolveField()
  area(unit: Unit, _: unknown, context: GraphContext) {
    return unit.areaCode && loadArea(this.areas, context, unit.areaCode)
  }

  @ResolveField()
  covers(unit: Unit, { on }: { on?: string | null }, context: GraphContext) {
    return loadAreas(this.areas, context, coversOn(unit, on ?? this.calendar.today()))
  }

  @ResolveField()
  parent(unit: Unit, { on }: { on?: string | null }, context: GraphContext) {
    const parentId = parentOn(unit, on ?? this.calendar.today())
    return parentId && loadUnit(this.units, context, parentId)
  }

  @ResolveField()
  hasParent(unit: Unit, { on }: { on?: string | null }) {
    return parentOn(unit, on ?? this.calendar.today()) !== null
  }

  @ResolveField()
  host(unit: Unit, _: unknown, context: GraphContext) {
    return unit.hostId && loadUnit(this.units, context, unit.hostId)
  }

  @ResolveField()
  children(unit: Stored<Unit>, { on }: { on?: string | null }, context: GraphContext) {
    const day = on ?? this.calendar.today()
    return loadOne(context, `units-below-${day}`, unit._id, async (ids) => {
      const below = await this.units.children(context.caller, ids, day)
      return listsInOrder(ids, below, (child) => [parentOn(child, day) ?? ''])
    })
  }

  @ResolveReference()
  async unitsById(representations: { id: string }[], { caller }: GraphContext) {
    const ids = representations.map(({ id }) => id)
    return inOrder(ids, await this.units.findMany(caller, ids), (unit) => unit._id)
  }
}

/** One unit by id, batched with the others that the request asks for. */
export function loadUnit(units: UnitsStore, context: GraphContext, id: string): Loaded<Stored<Unit>> {
  return loadOne<Stored<Unit>>(context, 'units', id, async (ids) =>
    inOrder<Stored<Unit>>(ids, await units.findMany(context.caller, ids), (unit) => unit._id),
  )
}

function named(type: UnitType, { language }: Caller) {
  return { ...type, coversEmployers: type.coversEmployers ?? false, name: type[language] }
}

/** What a command about a unit answers. */
export function payload({ id, version, mark, state }: Written<Unit>) {
  return { unit: { ...state, _id: id, version }, version, mark }
}
