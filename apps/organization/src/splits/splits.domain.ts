import { UnitSplit, UnitTookAreas, type AreaCode, type LocalDate } from '@sizhang/contracts'
import { decided, plainText, type Decision } from '@sizhang/service-kit/rules'
import type { ToCarryOut } from '../carrying-out/steps.domain'
import { moveAlong, placeOf } from '../merges/merges.domain'
import { coversEver, coversOn, type Unit } from '../units/units.domain'
import { areasHandedOver, type Handover, type Split, type Takeover } from './handovers.domain'
import { checkHowMany, conflictsOfSplit, type SplitSurroundings } from './split-conflicts.domain'

/** What one unit is to take over, as it is said. */
export interface SplitInto {
  unitId: string
  areaCodes: AreaCode[]
  belowIds?: string[] | undefined
}

/** What is said of a split. */
export interface SplitUnit {
  /** The unit that is split, and goes on. */
  unitId: string
  into: SplitInto[]
  on: LocalDate
  paper: string
}

/** What each unit is to take over: who is named twice takes over both, and what is named twice for one counts once. */
export function handoversOf(into: readonly SplitInto[]): Handover[] {
  const unitIds = [...new Set(into.map(({ unitId }) => unitId))]
  return unitIds.map((unitId) => {
    const said = into.filter((each) => each.unitId === unitId)
    const all = (of: (each: SplitInto) => string[] | undefined) => [...new Set(said.flatMap((each) => of(each) ?? []))]
    return { unitId, areas: all(({ areaCodes }) => areaCodes), below: all(({ belowIds }) => belowIds) }
  })
}

/**
 * 拆分: from a day on a unit hands over areas, and units below it, to others of its type, and goes on itself (N2.3). With this the split is decided,
 * though the others have still to take over: who does that is written down beside it. What else hangs on the unit stays with it.
 */
export function splitUnit(
  unit: Unit,
  command: SplitUnit & { id: string; by: Split['by'] },
  surroundings: SplitSurroundings,
): Decision<Unit> {
  const { on: from, id, by } = command
  const paper = plainText('paper', command.paper, { min: 2, max: 200 })
  const into = handoversOf(command.into)
  checkHowMany(into)
  const [conflict] = conflictsOfSplit(unit, { ...command, into }, surroundings)
  if (conflict) throw conflict.refusal
  const split: Split = { id, from, paper, into, by, carriedOut: false }
  return decided({ ...unit, splits: [...(unit.splits ?? []), split] })
}

/** What a split that was decided leaves to do: each successor takes over its areas, then each unit that goes along is moved. */
export function stepsOfSplit(unitId: string, split: Split): ToCarryOut {
  const { id, by, into } = split
  return {
    command: { commandId: id, name: 'splitUnit', input: { unitId } },
    by,
    unitId,
    steps: [
      ...into.map((handover) => ({ unitId: handover.unitId, take: (unit: Unit) => takeOver(unit, unitId, split, handover) })),
      ...into.flatMap(({ unitId: parentId, below }) =>
        below.map((each) => ({ unitId: each, take: (unit: Unit) => moveAlong(unit, each, parentId, split) })),
      ),
    ],
    done: (unit) => splitCarriedOut(unit, unitId, split),
  }
}

/** A unit takes over areas by a split that was decided. */
export function takeOver(unit: Unit, predecessorId: string, { id, from, paper }: Split, { unitId, areas }: Handover): Decision<Unit> {
  const covered = coversOn(unit, from)
  const gained = areas.filter((code) => !covered.includes(code))
  const takeover: Takeover = { id, from, paper, predecessorId, areas, gained }
  const taken = { ...unit, takeovers: [...(unit.takeovers ?? []), takeover] }
  return decided(taken, UnitTookAreas.of({ unitId, ...placeOf(unit), predecessorId, areas: gained, covers: coversEver(taken), on: from }))
}

/** All that a split decided is done: from now on the unit covers the areas no more, from the day of the split. */
export function splitCarriedOut(unit: Unit, unitId: string, { id, from: on, into }: Split): Decision<Unit> {
  const splits = (unit.splits ?? []).map((each) => (each.id === id ? { ...each, carriedOut: true } : each))
  const told = into.map((handover) => ({ unitId: handover.unitId, areas: handover.areas }))
  return decided({ ...unit, splits }, UnitSplit.of({ unitId, ...placeOf(unit), areas: areasHandedOver({ into }), into: told, on }))
}
