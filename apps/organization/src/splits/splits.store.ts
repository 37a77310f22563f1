import { Injectable } from '@nestjs/common'
import type { Caller, Command, Stored, Written } from '@sizhang/service-kit'
import { CarryingOut } from '../carrying-out/carrying-out.store'
import { Holds } from '../holds/holds.store'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { checkHowMany, type SplitSurroundings } from './split-conflicts.domain'
import { handoversOf, splitUnit, type SplitUnit } from './splits.domain'

/** Splits units (ADR 36): the write at the unit that is split decides, and the others follow. */
@Injectable()
export class Splits {
  constructor(
    private readonly units: UnitsStore,
    private readonly holds: Holds,
    private readonly carryingOut: CarryingOut,
  ) {}

  /** Splits a unit; the caller may change it, those that take over and those that go along. Answers the unit, with the marks of all. */
  async split(caller: Caller, command: Command, said: SplitUnit): Promise<Written<Unit>> {
    await this.changeable(caller, said)
    const into = handoversOf(said.into)
    const concerned = [said.unitId, ...into.flatMap(({ unitId, below }) => [unitId, ...below])]
    return this.holds.during(
      command.commandId,
      async () => ({ alone: concerned }),
      () => this.decide(caller, command, said),
    )
  }

  /** The units that a split names, each of which a caller has to be able to change: the one that is split, and those that take over. */
  async changeable(caller: Caller, { unitId, into }: SplitUnit): Promise<{ unit: Stored<Unit>; successors: Stored<Unit>[] }> {
    const handovers = handoversOf(into)
    checkHowMany(handovers)
    const unit = await this.units.changeable(unitId, caller, 'units.write')
    const others = handovers.filter((handover) => handover.unitId !== unitId)
    const successors = await Promise.all(others.map((handover) => this.units.changeable(handover.unitId, caller, 'units.write')))
    for (const id of handovers.flatMap(({ below }) => below)) await this.units.changeable(id, caller, 'units.write')
    return { unit, successors }
  }

  /** The units that are named, and all that stand below the one that is split, whoever may see them: a rule counts all. */
  async surroundings({ unitId, into, on }: SplitUnit): Promise<SplitSurroundings> {
    const ids = handoversOf(into).flatMap((handover) => [handover.unitId, ...handover.below])
    const [known, below] = await Promise.all([Promise.all(ids.map((id) => this.units.known(id))), this.units.below(unitId, on)])
    return {
      named: new Map(known.flatMap((unit) => (unit ? [[unit._id, unit] as const] : []))),
      below: below.map((unit) => ({ id: unit._id, unit })),
    }
  }

  private async decide(caller: Caller, command: Command, said: SplitUnit): Promise<Written<Unit>> {
    const surroundings = await this.surroundings(said)
    const id = command.commandId.toLowerCase()
    const { accountId, name } = caller
    return this.carryingOut.decide(said.unitId, caller, command, (unit) =>
      splitUnit(unit, { ...said, id, by: { accountId, name } }, surroundings),
    )
  }
}
