import { Injectable } from '@nestjs/common'
import { everywhere, type Caller, type Command, type Written } from '@sizhang/service-kit'
import type { Decision } from '@sizhang/service-kit/rules'
import { v5 as uuidv5 } from 'uuid'
import { Holds } from '../holds/holds.store'
import type { Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { concerns, leftToDo } from './carrying-out.domain'
import type { ToCarryOut } from './steps.domain'

/**
 * Changes several units (ADR 36). The write at one of them decides; what it wrote down is then done at the others step by step, each step once, by the
 * same process or, where that died, by whoever next changes a unit concerned, or looks for what was left.
 */
@Injectable()
export class CarryingOut {
  constructor(
    private readonly units: UnitsStore,
    holds: Holds,
  ) {
    holds.finishFirst((unitIds) => this.finish(unitIds))
  }

  /** Decides at one unit, and does what that leaves at the others, while all of them are held. Answers that unit, with the marks of all. */
  async decide(unitId: string, caller: Caller, command: Command, decide: (unit: Unit) => Decision<Unit>): Promise<Written<Unit>> {
    const decided = await this.units.change(unitId, caller, command, decide)
    const id = command.commandId.toLowerCase()
    const left = leftToDo(unitId, decided.state).find((each) => each.command.commandId === id)
    if (!left) return decided
    const written = await this.carryOut(left)
    return { ...(written.at(-1) ?? decided), mark: [decided, ...written].map(({ mark }) => mark).join() }
  }

  /** Carries out what was decided and not done, of some units or of all. */
  async finish(unitIds: readonly string[] | 'all'): Promise<void> {
    for (const { _id, ...unit } of await this.units.underWay())
      for (const left of leftToDo(_id, unit)) if (unitIds === 'all' || concerns(left, unitIds)) await this.carryOut(left)
  }

  private async carryOut({ command, by, unitId, steps, done }: ToCarryOut): Promise<Written<Unit>[]> {
    const caller = inTheNameOf(by, command.commandId)
    const written: Written<Unit>[] = []
    // The last step has an id of its own, as it is taken where the first one was, and it is the same each time: it tells a fact once.
    for (const step of steps) written.push(await this.units.change(step.unitId, caller, command, step.take))
    const last: Command = { commandId: uuidv5('carried-out', command.commandId), name: command.name, input: {} }
    return [...written, await this.units.change(unitId, caller, last, done)]
  }
}

/** Who decided it had to have the right; to carry it out is no new decision. */
function inTheNameOf(by: ToCarryOut['by'], correlationId: string): Caller {
  return { ...by, grants: [everywhere('CITY_ADMINISTRATOR')], language: 'zh', after: [], correlationId }
}
