import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { allOf, Pages, Rejected, type Caller, type GraphContext, type SortKey, type Stored } from '@sizhang/service-kit'
import { AreasStore } from '../areas/areas.store'
import type { QueryUnitChangesArgs } from '../graph.generated'
import { loadUnit } from '../units/units.api'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { changesInOrder, checkDays, compare, keyOf, type UnitChange } from './unit-changes.domain'

type ChangeOfUnit = UnitChange & { unit: Stored<Unit> }

/** The graph's question what happened to the units of the network between two days. */
@Resolver('UnitChange')
export class UnitChangesApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
    private readonly pages: Pages,
  ) {}

  @Query()
  async unitChanges(@Args() { first, after, ...asked }: QueryUnitChangesArgs, @Context('caller') caller: Caller) {
    const { from, to, within } = asked
    checkDays(from, to)
    if (within && !(await this.areas.find(caller, within))) throw new Rejected('AREA_UNKNOWN', { field: 'within', value: within })
    return this.pages.page<ChangeOfUnit>(
      caller,
      'unit-changes',
      asked,
      { first, after },
      (behind, limit) => this.page(caller, asked, behind, limit),
      keyOf,
    )
  }

  private async page(
    caller: Caller,
    asked: Pick<QueryUnitChangesArgs, 'from' | 'to' | 'within'>,
    after: SortKey | null,
    limit: number,
  ): Promise<ChangeOfUnit[]> {
    // One more: the first unit of each kind may be the one that the page before ended with.
    const units = await this.units.changed(caller, asked, after, limit + 1)
    const changes = changesInOrder(units, asked.from, asked.to)
    return changes.filter((change) => !after || compare(keyOf(change), after) > 0).slice(0, limit)
  }

  @ResolveField()
  formerName({ names }: ChangeOfUnit) {
    return names?.before
  }

  @ResolveField()
  newName({ names }: ChangeOfUnit) {
    return names?.after
  }

  @ResolveField()
  formerParent({ parents }: ChangeOfUnit, _: unknown, context: GraphContext) {
    return parents?.before ? loadUnit(this.units, context, parents.before) : null
  }

  @ResolveField()
  hadParent({ parents }: ChangeOfUnit) {
    return Boolean(parents?.before)
  }

  @ResolveField()
  newParent({ parents }: ChangeOfUnit, _: unknown, context: GraphContext) {
    return parents ? loadUnit(this.units, context, parents.after) : null
  }

  @ResolveField()
  mergedInto({ mergedInto }: ChangeOfUnit, _: unknown, context: GraphContext) {
    return mergedInto ? loadUnit(this.units, context, mergedInto) : null
  }

  @ResolveField()
  async splitInto({ splitInto = [] }: ChangeOfUnit, _: unknown, context: GraphContext): Promise<Stored<Unit>[]> {
    const found = await allOf(splitInto.map((id) => loadUnit(this.units, context, id)))
    return found.filter((unit) => unit !== null)
  }
}
