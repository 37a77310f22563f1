import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { everywhere, type Caller, type Command, type Written } from '@sizhang/service-kit'
import { EmployersStore } from '../employers/employers.store'
import { Holds } from '../holds/holds.store'
import { SeatsHeldStore } from '../units/seats-held.store'
import type { Merger, Unit } from '../units/units.domain'
import { UnitsStore } from '../units/units.store'
import { checkHowMany, endByMerger, mergerCarriedOut, mergeUnits, moveByMerger, type MergeUnits, type Predecessor } from './merges.domain'

/** A merger that was decided, at the unit that goes on. */
interface Decided {
  successorId: string
  merger: Merger
}

/**
 * Merges units (ADR 36). The write at the unit that goes on decides; what it wrote down is then done at the others step by step, each step once,
 * by the same process or, where that died, by whoever next changes a unit concerned, or looks for what was left.
 */
@Injectable()
export class Merges {
  constructor(
    private readonly units: UnitsStore,
    private readonly seatsHeld: SeatsHeldStore,
    private readonly employers: EmployersStore,
    private readonly holds: Holds,
  ) {
    holds.finishFirst((unitIds) => this.finish(unitIds))
  }

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

  /** Carries out what was decided and not done, of some units or of all. */
  async finish(unitIds: readonly string[] | 'all'): Promise<void> {
    for (const { _id: successorId, mergers = [] } of await this.units.merging())
      for (const merger of mergers.filter(({ carriedOut }) => !carriedOut)) {
        const concerned = [successorId, ...merger.predecessors, ...merger.below]
        if (unitIds === 'all' || unitIds.some((id) => concerned.includes(id))) await this.carryOut({ successorId, merger })
      }
  }

  private async decide(caller: Caller, command: Command, said: MergeUnits): Promise<Written<Unit>> {
    const predecessors = await this.predecessors(said)
    for (const below of predecessors.flatMap((predecessor) => predecessor.below))
      await this.units.changeable(below.id, caller, 'units.write')
    const id = command.commandId.toLowerCase()
    const { accountId, name } = caller
    const decided = await this.units.change(said.unitId, caller, command, (unit) =>
      mergeUnits(unit, { ...said, id, by: { accountId, name } }, predecessors),
    )
    const merger = decided.state.mergers?.find((each) => each.id === id)
    if (!merger || merger.carriedOut) return decided
    const written = await this.carryOut({ successorId: said.unitId, merger })
    const last = written.at(-1) ?? decided
    return { ...last, mark: [decided, ...written].map(({ mark }) => mark).join() }
  }

  private async carryOut({ successorId, merger }: Decided): Promise<Written<Unit>[]> {
    const step: Command = { commandId: merger.id, name: 'mergeUnits', input: { successorId } }
    const caller = inTheNameOf(merger)
    const written: Written<Unit>[] = []
    for (const id of merger.below)
      written.push(await this.units.change(id, caller, step, (unit) => moveByMerger(unit, id, successorId, merger)))
    for (const id of merger.predecessors)
      written.push(await this.units.change(id, caller, step, (unit) => endByMerger(unit, id, successorId, merger)))
    const done: Command = { commandId: randomUUID(), name: 'mergeUnits', input: {} }
    written.push(await this.units.change(successorId, caller, done, (unit) => mergerCarriedOut(unit, merger.id)))
    return written
  }
}

/** Who decided it had to have the right; to carry it out is no new decision. */
function inTheNameOf({ id: correlationId, by }: Merger): Caller {
  return { ...by, grants: [everywhere('CITY_ADMINISTRATOR')], language: 'zh', after: [], correlationId }
}
