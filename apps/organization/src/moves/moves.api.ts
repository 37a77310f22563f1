import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { refusalText, Rejected, type Caller, type GraphContext, type Stored } from '@sizhang/service-kit'
import type { MutationMoveUnitArgs, MutationWithdrawMoveArgs, QueryPreviewMoveArgs } from '../graph.generated'
import { Holds } from '../holds/holds.store'
import { loadUnit, payload } from '../units/units.api'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { Burdens } from './burdens.store'
import { moveUnit, parentOn, parentsOf, withdrawMove, type ParentInForce } from './moves.domain'

/** What units stand under over time, and the commands that change it. */
@Resolver('Unit')
export class MovesApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly holds: Holds,
    private readonly burdens: Burdens,
  ) {}

  @Query()
  async previewMove(@Args() { input }: QueryPreviewMoveArgs, @Context('caller') caller: Caller) {
    const { unitId, parentId, on } = input
    const unit = await this.units.changeable(unitId, caller, 'units.write')
    const formerId = parentOn(unit, on)
    const [parent, former] = await Promise.all([this.units.find(caller, parentId), formerId && this.units.find(caller, formerId)])
    const conflicts = conflictsOf(() => moveUnit(unit, input, parent), caller)
    const moved = conflicts.length === 0 ? 1 : 0
    const concerned = [former && { unit: former, gained: -moved }, parent && { unit: parent, gained: moved }, { unit, gained: 0 }]
    const weighed = concerned.map(async (each) => {
      if (!each) return []
      const burden = await this.burdens.of(each.unit, on)
      return [{ ...burden, unitsBelowAfter: burden.unitsBelow + each.gained }]
    })
    return { on, conflicts, units: (await Promise.all(weighed)).flat() }
  }

  @Mutation()
  async moveUnit(@Args() { commandId, expectedVersion, input }: MutationMoveUnitArgs, @Context('caller') caller: Caller) {
    await this.units.changeable(input.unitId, caller, 'units.write')
    const known = await this.units.find(caller, input.parentId)
    return this.holds.during(
      commandId,
      async () => ({ alone: [input.unitId], shared: known ? [known._id] : [] }),
      async () => {
        const parent = known && (await this.units.known(known._id))
        const command = { commandId, name: 'moveUnit', input, expectedVersion }
        return payload(await this.units.change(input.unitId, caller, command, (unit) => moveUnit(unit, input, parent)))
      },
    )
  }

  @Mutation()
  async withdrawMove(@Args() { commandId, expectedVersion, input }: MutationWithdrawMoveArgs, @Context('caller') caller: Caller) {
    await this.units.changeable(input.unitId, caller, 'units.write')
    const formerId = async () => parentBefore(await this.units.known(input.unitId))
    const wanted = async () => ({ alone: [input.unitId], shared: [(await formerId()) ?? []].flat() })
    return this.holds.during(commandId, wanted, async () => {
      const id = await formerId()
      const former = id === null ? null : await this.units.known(id)
      const command = { commandId, name: 'withdrawMove', input, expectedVersion }
      return payload(await this.units.change(input.unitId, caller, command, (unit) => withdrawMove(unit, input, former)))
    })
  }

  @ResolveField()
  parents(unit: Unit) {
    return parentsOf(unit)
  }
}

/** What a unit stands under over some time. */
@Resolver('UnitParent')
export class ParentsApi {
  constructor(private readonly units: UnitsStore) {}

  @ResolveField()
  parent({ parentId }: ParentInForce, _: unknown, context: GraphContext) {
    return parentId && loadUnit(this.units, context, parentId)
  }

  @ResolveField()
  hasParent({ parentId }: ParentInForce) {
    return parentId !== null
  }
}

/** What a unit stood under before its last move. */
function parentBefore(unit: Stored<Unit> | null): string | null {
  if (!unit?.moves) return null
  return unit.moves.at(-2)?.parentId ?? unit.parentId
}

/** What a decision would be refused for, in the reader's words: the rule that decides is the one that warns. */
export function conflictsOf(decide: () => unknown, { language }: Caller): { code: string; message: string; hint: string }[] {
  try {
    decide()
    return []
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
    const { code, message, hint } = refusalText(error.code, error.details, language)
    return [{ code, message, hint }]
  }
}
