import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { Caller, GraphContext } from '@sizhang/service-kit'
import { loadAreas } from '../areas/areas.api'
import { AreasStore } from '../areas/areas.store'
import type { MutationSplitUnitArgs, QueryPreviewSplitArgs } from '../graph.generated'
import { saidOf } from '../merges/merges.api'
import { Burdens } from '../moves/burdens.store'
import { loadUnit, payload } from '../units/units.api'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { areasHandedOver, type Handover, type Takeover } from './handovers.domain'
import { conflictsOfSplit } from './split-conflicts.domain'
import { handoversOf } from './splits.domain'
import { Splits } from './splits.store'

/** The splits of units, and the command that makes one. */
@Resolver('Unit')
export class SplitsApi {
  constructor(
    private readonly making: Splits,
    private readonly burdens: Burdens,
  ) {}

  @Query()
  async previewSplit(@Args() { input }: QueryPreviewSplitArgs, @Context('caller') caller: Caller) {
    const { unitId, on } = input
    const { unit, successors } = await this.making.changeable(caller, input)
    const into = handoversOf(input.into)
    const surroundings = await this.making.surroundings(input)
    const gone = areasHandedOver({ into })
    const own = await this.burdens.of(unit, on)
    const units = [
      {
        ...own,
        unitsBelowAfter: own.unitsBelow - into.flatMap(({ below }) => below).length,
        coversAfter: own.covers.filter((code) => !gone.includes(code)),
      },
    ]
    for (const successor of successors) {
      const handover = into.find((each) => each.unitId === successor._id)
      const before = await this.burdens.of(successor, on)
      units.push({
        ...before,
        unitsBelowAfter: before.unitsBelow + (handover?.below.length ?? 0),
        coversAfter: [...new Set([...before.covers, ...(handover?.areas ?? [])])],
      })
    }
    const conflicts = conflictsOfSplit(unit, { unitId, into, on }, surroundings)
    return { on, units, conflicts: conflicts.map((each) => saidOf(each, caller)) }
  }

  @Mutation()
  async splitUnit(@Args() { commandId, expectedVersion, input }: MutationSplitUnitArgs, @Context('caller') caller: Caller) {
    return payload(await this.making.split(caller, { commandId, name: 'splitUnit', input, expectedVersion }, input))
  }

  @ResolveField()
  splits({ splits }: Unit) {
    return splits ?? []
  }

  @ResolveField()
  takeovers({ takeovers }: Unit) {
    return takeovers ?? []
  }
}

/** What one unit takes over in a split. */
@Resolver('UnitHandover')
export class HandoversApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
  ) {}

  @ResolveField()
  unit({ unitId }: Handover, _: unknown, context: GraphContext) {
    return loadUnit(this.units, context, unitId)
  }

  @ResolveField('areas')
  areasTaken({ areas }: Handover, _: unknown, context: GraphContext) {
    return loadAreas(this.areas, context, areas)
  }
}

/** What a unit takes over when another one is split. */
@Resolver('UnitTakeover')
export class TakeoversApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
  ) {}

  @ResolveField()
  predecessor({ predecessorId }: Takeover, _: unknown, context: GraphContext) {
    return loadUnit(this.units, context, predecessorId)
  }

  @ResolveField('areas')
  areasTaken({ areas }: Takeover, _: unknown, context: GraphContext) {
    return loadAreas(this.areas, context, areas)
  }
}
