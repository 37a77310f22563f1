import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Calendar, type Caller, type Stored } from '@sizhang/service-kit'
import type { LocalDate } from '@sizhang/contracts'
import { AreasStore } from '../areas/areas.store'
import type { MutationReviveUnitArgs, QueryPreviewRevivalArgs } from '../graph.generated'
import { Holds } from '../holds/holds.store'
import { Burdens, type Burden } from '../moves/burdens.store'
import { conflictsOf } from '../moves/moves.api'
import { parentOn } from '../moves/moves.domain'
import { nameOn } from '../renamings/renamings.domain'
import { payload } from '../units/units.api'
import { coversEver, coversOn, type Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { endedAbove, parentsAgain, reviveUnit, type RevivalSurroundings } from './revivals.domain'

/** Dissolutions that are taken back, and the command that does it. */
@Resolver('Unit')
export class RevivalsApi {
  constructor(
    private readonly units: UnitsStore,
    private readonly areas: AreasStore,
    private readonly holds: Holds,
    private readonly burdens: Burdens,
    private readonly calendar: Calendar,
  ) {}

  @Query()
  async previewRevival(@Args() { input }: QueryPreviewRevivalArgs, @Context('caller') caller: Caller) {
    const unit = await this.units.changeable(input.unitId, caller, 'units.write')
    const on = unit.until ?? this.calendar.today()
    const surroundings = await this.surroundings(caller, unit)
    const conflicts = conflictsOf(() => reviveUnit(unit, input, surroundings), caller)
    const about = surroundings.successor?.id ?? endedAbove(unit, surroundings.above)?.parentId
    const gained = conflicts.length === 0 ? 1 : 0
    const [above, others] = await Promise.all([this.unitAbove(caller, unit, on), this.othersThere(caller, unit, on)])
    const own = await this.burdens.of(unit, on)
    const weighed: Burden[] = [{ ...own, covers: [], coversAfter: gained ? own.covers : [] }]
    for (const each of above) weighed.push(withMoreBelow(await this.burdens.of(each, on), gained))
    for (const each of others) weighed.push(await this.burdens.of(each, on))
    return { on, units: weighed, conflicts: conflicts.map((conflict) => ({ ...conflict, unitId: about })) }
  }

  @Mutation()
  async reviveUnit(@Args() { commandId, expectedVersion, input }: MutationReviveUnitArgs, @Context('caller') caller: Caller) {
    const { unitId } = input
    const known = await this.units.changeable(unitId, caller, 'units.write')
    await this.checkMayCoverAgain(caller, known)
    const above = async () => {
      const unit = await this.units.known(unitId)
      return unit ? idsAbove(unit) : []
    }
    return this.holds.during(
      commandId,
      async () => ({ alone: [unitId], shared: await above() }),
      async () => {
        const surroundings = await this.surroundings(caller, (await this.units.known(unitId)) ?? known)
        const command = { commandId, name: 'reviveUnit', input, expectedVersion }
        return payload(await this.units.change(unitId, caller, command, (unit) => reviveUnit(unit, input, surroundings)))
      },
    )
  }

  @ResolveField()
  revivals({ revivals }: Unit) {
    return revivals ?? []
  }

  /** A unit that covers areas beyond the caller's reach comes back by whoever could establish it: it is those areas' figure, too. */
  private async checkMayCoverAgain(caller: Caller, unit: Unit): Promise<void> {
    const further = coversEver(unit).filter((code) => code !== unit.areaCode)
    if (unit.until === null || further.length === 0) return
    this.units.checkMayCover(caller, await this.areas.placed(caller, further, unit.until), 'unitId')
  }

  /** A rule counts all units above, whoever may see them; the one that goes on after a merger is told to whoever may see it. */
  private async surroundings(caller: Caller, unit: Stored<Unit>): Promise<RevivalSurroundings> {
    const above = new Map<string, Unit>()
    for (const id of idsAbove(unit)) {
      const parent = await this.units.known(id)
      if (parent) above.set(id, parent)
    }
    const [into] = unit.mergedInto ? await this.units.findMany(caller, [unit.mergedInto]) : []
    return { above, successor: into ? { id: into._id, name: nameOn(into, this.calendar.today()) } : null }
  }

  /** The unit above on a day, as far as the caller may see it. */
  private async unitAbove(caller: Caller, unit: Unit, on: LocalDate): Promise<Stored<Unit>[]> {
    const parentId = parentOn(unit, on)
    return parentId ? this.units.findMany(caller, [parentId]) : []
  }

  /** Who else covers areas of a unit that it covered when it ended, by now: no obstacle, but to be known before it comes back. */
  private async othersThere(caller: Caller, unit: Stored<Unit>, on: LocalDate): Promise<Stored<Unit>[]> {
    const today = this.calendar.today()
    const covered = coversOn(unit, on)
    const day = today < on ? on : today
    const there = covered.length > 0 ? await this.units.on(caller, covered, day) : []
    return there.filter((each) => each._id !== unit._id && coversOn(each, day).some((code) => covered.includes(code)))
  }
}

function idsAbove(unit: Unit): string[] {
  return [...new Set(parentsAgain(unit).flatMap(({ parentId }) => parentId ?? []))]
}

function withMoreBelow(burden: Burden, gained: number): Burden {
  return { ...burden, unitsBelowAfter: burden.unitsBelow + gained }
}
