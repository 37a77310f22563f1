import { Injectable } from '@nestjs/common'
import type { Caller, Command, Written } from '@sizhang/service-kit'
import { CarryingOut } from '../carrying-out/carrying-out.store'
import { EmployersStore } from '../employers/employers.store'
import { Holds } from '../holds/holds.store'
import { SeatsHeldStore } from '../units/seats-held.store'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { checkHowMany, mergeUnits, type MergeUnits, type Predecessor } from './merges.domain'

/** Merges units (ADR 36): the write at the unit that goes on decides, and the others follow. */
@Injectable()
export class Merges {
  constructor(
    private readonly units: UnitsStore,
    private readonly seatsHeld: SeatsHeldStore,
    private readonly employers: EmployersStore,
    private readonly holds: Holds,
    private readonly carryingOut: CarryingOut,
  ) {}

  /** Merges units, all of which the caller may change. Answers the unit that goes on, with the marks of all. */
  async merge(caller: Caller, command: Command, said: MergeUnits): Promise<Written<Unit>> {
    const { unitId, predecessorIds } = said
    checkHowMany(said)
    const named = [...new Set([unitId, ...predecessorIds])]
    for (const id of named) await this.units.changeable(id, caller, 'units.write')
    const below = async () => (await this.predecessors(said)).flatMap((predecessor) => predecessor.below.map((each) => each.id))
    return this.holds.during(
      command.commandId,
      async () => ({ alone: [...named, ...(await below())] }),
      () => this.decide(caller, command, said),
    )
  }

  /** The units that are to end, with what hangs on them, whoever may see that: a rule counts all. */
  predecessors({ predecessorIds, on }: MergeUnits): Promise<Predecessor[]> {
    return Promise.all(
      [...new Set(predecessorIds)].map(async (id) => {
        const [unit, below, seatsHeld, employersCovered] = await Promise.all([
          this.units.known(id),
          this.units.below(id, on),
          this.seatsHeld.count(id, on),
          this.employers.countCoveredBy(id, on),
        ])
        return { id, unit, below: below.map((each) => ({ id: each._id, unit: each })), seatsHeld, employersCovered }
      }),
    )
  }

  private async decide(caller: Caller, command: Command, said: MergeUnits): Promise<Written<Unit>> {
    const predecessors = await this.predecessors(said)
    for (const below of predecessors.flatMap((predecessor) => predecessor.below))
      await this.units.changeable(below.id, caller, 'units.write')
    const id = command.commandId.toLowerCase()
    const { accountId, name } = caller
    return this.carryingOut.decide(said.unitId, caller, command, (unit) =>
      mergeUnits(unit, { ...said, id, by: { accountId, name } }, predecessors),
    )
  }
}
