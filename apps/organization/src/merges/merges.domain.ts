import { UnitMerged, UnitMoved, UnitTookOver, type AreaCode, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, plainText, Rejected, type Decision, type RefusalDetails } from '@sizhang/service-kit/rules'
import { checkPlace, parentOn } from '../moves/moves.domain'
import { isPilotFrom } from '../pilots/designations.domain'
import { areasHandedOver } from '../splits/handovers.domain'
import type { ToCarryOut } from '../carrying-out/steps.domain'
import { checkTakesPartNoMore, coversEver, coversOn, type Merger, type Unit } from '../units/units.domain'

/** What is said of a merger. */
export interface MergeUnits {
  /** The unit that goes on. */
  unitId: string
  predecessorIds: string[]
  on: LocalDate
  paper: string
}

/** A unit by its id. */
export interface Named {
  id: string
  unit: Unit
}

/** A unit that is to end, with what hangs on it on that day or later. */
export interface Predecessor {
  id: string
  /** Null: there is none by that id. */
  unit: Unit | null
  below: Named[]
  seatsHeld: number
  employersCovered: number
}

/** A refusal, and the unit that it is about. */
export interface Conflict {
  unitId: string
  refusal: Rejected
}

const MOST = 20

/** A merger takes in some units, and not too many at once: asked before they are looked at. */
export function checkHowMany({ predecessorIds }: Pick<MergeUnits, 'predecessorIds'>): void {
  const { size } = new Set(predecessorIds)
  if (size === 0 || size > MOST) throw new Rejected('MERGER_OF_SO_MANY', { field: 'predecessorIds', value: size, max: MOST })
}

/** Everything that a merger would be refused for; the first of it is what the command is refused for. */
export function conflictsOfMerger(unit: Unit, command: MergeUnits, predecessors: readonly Predecessor[]): Conflict[] {
  const { unitId, predecessorIds, on } = command
  const conflicts: Conflict[] = []
  const add = (about: string, code: Rejected['code'], details: RefusalDetails) =>
    conflicts.push({ unitId: about, refusal: new Rejected(code, details) })
  if (predecessorIds.includes(unitId)) add(unitId, 'MERGED_INTO_ITSELF', { field: 'predecessorIds', value: unitId })
  if (!inForce(unit, on)) add(unitId, 'UNIT_NOT_IN_FORCE', { field: 'on', value: on })
  else if (unit.until !== null) add(unitId, 'SUCCESSOR_ENDS', { field: 'unitId', value: unitId, until: unit.until })
  for (const predecessor of predecessors) conflicts.push(...conflictsOf(predecessor, unit, on))
  const around = { ...unit, covers: [...coversOn(unit, on), ...areasOf(unit, command, predecessors)] }
  for (const { id, unit: below } of predecessors.flatMap((predecessor) => predecessor.below))
    conflicts.push(...conflictsBelow({ id, unit: below }, { ...command, around }))
  return conflicts
}

function conflictsOf({ id, unit, seatsHeld, employersCovered }: Predecessor, successor: Unit, on: LocalDate): Conflict[] {
  const field = 'predecessorIds'
  const refused = (code: Rejected['code'], details: RefusalDetails) => ({ unitId: id, refusal: new Rejected(code, details) })
  if (!unit) return [refused('UNIT_UNKNOWN', { field, value: id })]
  const { unitType: type, until, from } = unit
  const conflicts: Conflict[] = []
  if (type !== successor.unitType) conflicts.push(refused('MERGER_OF_TYPES', { field, value: id, type, into: successor.unitType }))
  if (until !== null) conflicts.push(refused('UNIT_DISSOLVED_ALREADY', { field, value: until }))
  else if (on <= from) conflicts.push(refused('UNIT_NOT_IN_FORCE', { field: 'on', value: on }))
  if (seatsHeld > 0) conflicts.push(refused('UNIT_HAS_SEATS_HELD', { field, value: on, count: seatsHeld }))
  if (employersCovered > 0) conflicts.push(refused('UNIT_COVERS_EMPLOYERS', { field, value: on, count: employersCovered }))
  if (isPilotFrom(unit, on)) conflicts.push(refused('UNIT_IS_PILOT', { field, value: on }))
  return [...conflicts, ...conflictIn(id, () => checkTakesPartNoMore(unit, on, 'on'))]
}

/** What stands below goes with it on that day: not when it begins or moves later, and only to where it may stand. */
function conflictsBelow({ id, unit }: Named, { unitId, predecessorIds, on, around }: MergeUnits & { around: Unit }): Conflict[] {
  const later = laterChange(unit, on)
  if (later !== null || !predecessorIds.includes(parentOn(unit, on) ?? ''))
    return [{ unitId: id, refusal: new Rejected('MERGER_MEETS_LATER_MOVE', { field: 'on', value: on, from: later ?? unit.from }) }]
  return conflictIn(id, () => checkPlace(unit, unitId, around))
}

/** The day from which a unit begins or moves, if that is on a day or later; it cannot go along with another change on that day. */
export function laterChange(unit: Unit, on: LocalDate): LocalDate | null {
  return unit.moves?.find(({ from }) => from >= on)?.from ?? (unit.from > on ? unit.from : null)
}

/** What a rule refuses, as a conflict of a unit; none where it does not. */
export function conflictIn(unitId: string, rule: () => unknown): Conflict[] {
  try {
    rule()
    return []
  } catch (error) {
    if (error instanceof Rejected) return [{ unitId, refusal: error }]
    throw error
  }
}

/** Areas that the successor does not cover yet on that day, and the others do; what it hands over on that very day stays handed over. */
export function areasOf(unit: Unit, { on }: MergeUnits, predecessors: readonly Predecessor[]): AreaCode[] {
  const handedOver = (unit.splits ?? []).filter(({ from }) => from === on).flatMap(areasHandedOver)
  const without = [...coversOn(unit, on), ...handedOver]
  const taken = predecessors.flatMap((predecessor) => (predecessor.unit ? coversOn(predecessor.unit, on) : []))
  return [...new Set(taken)].filter((code) => !without.includes(code))
}

/**
 * 合并: from a day on a unit goes on for others of its type, and takes over the areas that they cover (N2.3). With this the merger is decided, though
 * the others have still to be ended: who does that is written down beside it.
 */
export function mergeUnits(
  unit: Unit,
  command: MergeUnits & { id: string; by: Merger['by'] },
  predecessors: readonly Predecessor[],
): Decision<Unit> {
  const { unitId, on, id, by } = command
  const paper = plainText('paper', command.paper, { min: 2, max: 200 })
  checkHowMany(command)
  const [conflict] = conflictsOfMerger(unit, command, predecessors)
  if (conflict) throw conflict.refusal
  const predecessorIds = [...new Set(command.predecessorIds)]
  const areas = areasOf(unit, command, predecessors)
  const below = predecessors.flatMap((predecessor) => predecessor.below.map((each) => each.id))
  const merger: Merger = { id, from: on, paper, predecessors: predecessorIds, below, areas, by, carriedOut: false }
  const merged = { ...unit, mergers: [...(unit.mergers ?? []), merger] }
  return decided(merged, UnitTookOver.of({ unitId, ...placeOf(unit), predecessorIds, areas, covers: coversEver(merged), on }))
}

/** What a merger that was decided leaves to do: each unit below is moved, and each of the others ends. */
export function stepsOfMerger(unitId: string, merger: Merger): ToCarryOut {
  const { id, by, below, predecessors } = merger
  return {
    command: { commandId: id, name: 'mergeUnits', input: { successorId: unitId } },
    by,
    unitId,
    steps: [
      ...below.map((each) => ({ unitId: each, take: (unit: Unit) => moveAlong(unit, each, unitId, merger) })),
      ...predecessors.map((each) => ({ unitId: each, take: (unit: Unit) => endByMerger(unit, each, unitId, merger) })),
    ],
    done: (unit) => mergerCarriedOut(unit, id),
  }
}

/** A unit ends by a merger that was decided. */
export function endByMerger(unit: Unit, unitId: string, successorId: string, { from: on, paper }: Merger): Decision<Unit> {
  return decided(
    { ...unit, until: on, dissolveReason: paper, mergedInto: successorId },
    UnitMerged.of({ unitId, ...placeOf(unit), successorId, on }),
  )
}

/** A unit below goes along, by a merger or a split that was decided, to the one that takes over. */
export function moveAlong(
  unit: Unit,
  unitId: string,
  parentId: string,
  { from: on, paper }: Pick<Merger, 'from' | 'paper'>,
): Decision<Unit> {
  const moves = [...(unit.moves ?? []), { parentId, from: on, paper }]
  return decided({ ...unit, moves }, UnitMoved.of({ unitId, ...placeOf(unit), parentId, on }))
}

/** All that a merger decided is done. */
export function mergerCarriedOut(unit: Unit, id: string): Decision<Unit> {
  return decided({ ...unit, mergers: (unit.mergers ?? []).map((each) => (each.id === id ? { ...each, carriedOut: true } : each)) })
}

/** Where a unit lies, as facts say it. */
export function placeOf({ unitType, areaCode: area, path }: Unit) {
  return { unitType, area, path }
}
