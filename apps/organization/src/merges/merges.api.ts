import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { allOf, refusalText, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import { loadAreas } from '../areas/areas.api'
import { AreasStore } from '../areas/areas.store'
import type { MutationMergeUnitsArgs, QueryPreviewMergerArgs } from '../graph.generated'
import { Burdens } from '../moves/burdens.store'
import { loadUnit, payload } from '../units/units.api'
import type { Merger, Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { areasOf, checkHowMany, conflictsOfMerger, type Conflict } from './merges.domain'
import { Merges } from './merges.store'

/** The mergers of units, and the command that makes one. */
@Resolver('Unit')
export class MergesApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly merges: Merges,
    private readonly burdens: Burdens,
  ) {}

  @Query()
  async previewMerger(@Args() { input }: QueryPreviewMergerArgs, @Context('caller') caller: Caller) {
    const { unitId, on } = input
    checkHowMany(input)
    const unit = await this.units.changeable(unitId, caller, 'units.write')
    const named = await Promise.all([...new Set(input.predecessorIds)].map((id) => this.units.changeable(id, caller, 'units.write')))
    const predecessors = await this.merges.predecessors(input)
    const own = await this.burdens.of(unit, on)
    const ending = await Promise.all(
      named
        .filter(({ _id }) => _id !== unitId)
        .map(async (each) => ({ ...(await this.burdens.of(each, on)), ends: true, unitsBelowAfter: 0, coversAfter: [] })),
    )
    const going = {
      ...own,
      unitsBelowAfter: ending.reduce((sum, { unitsBelow }) => sum + unitsBelow, own.unitsBelow),
      coversAfter: [...own.covers, ...areasOf(unit, input, predecessors)],
    }
    return { on, units: [going, ...ending], conflicts: conflictsOfMerger(unit, input, predecessors).map((each) => saidOf(each, caller)) }
  }

  @Mutation()
  async mergeUnits(@Args() { commandId, expectedVersion, input }: MutationMergeUnitsArgs, @Context('caller') caller: Caller) {
    return payload(await this.merges.merge(caller, { commandId, name: 'mergeUnits', input, expectedVersion }, input))
  }

  @ResolveField()
  mergedInto({ mergedInto }: Unit, _: unknown, context: GraphContext) {
    return mergedInto ? loadUnit(this.units, context, mergedInto) : null
  }

  @ResolveField()
  mergers({ mergers }: Unit) {
    return mergers ?? []
  }
}

/** What a merger says of itself. */
@Resolver('UnitMerger')
export class MergersApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
  ) {}

  @ResolveField()
  async predecessors({ predecessors }: Merger, _: unknown, context: GraphContext): Promise<Stored<Unit>[]> {
    const found = await allOf(predecessors.map((id) => loadUnit(this.units, context, id)))
    return found.filter((unit) => unit !== null)
  }

  @ResolveField('areas')
  areasTaken({ areas }: Merger, _: unknown, context: GraphContext) {
    return loadAreas(this.areas, context, areas)
  }
}

/** What a preview is refused for. */
@Resolver('UnitChangeConflict')
export class ConflictsApi {
  constructor(private readonly units: UnitsStore) {}

  @ResolveField()
  unit({ unitId }: { unitId?: string }, _: unknown, context: GraphContext) {
    return unitId ? loadUnit(this.units, context, unitId) : null
  }
}

/** A conflict in the reader's words. */
export function saidOf({ unitId, refusal }: Conflict, { language }: Caller) {
  const { code, message, hint } = refusalText(refusal.code, refusal.details, language)
  return { code, message, hint, unitId }
}
