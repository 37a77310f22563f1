import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { inForce, Rejected, type RefusalDetails } from '@sizhang/service-kit/rules'
import { conflictIn, laterChange, type Conflict, type Named } from '../merges/merges.domain'
import { checkPlace, parentOn } from '../moves/moves.domain'
import { checkParent, coversOn, type Unit } from '../units/units.domain'
import { areasHandedOver, splitFrom, type Handover } from './handovers.domain'

/** What the decision has to know of others. */
export interface SplitSurroundings {
  /** The units that are named, by id, as far as there are such. */
  named: ReadonlyMap<string, Unit>
  /** All units that stand below the one that is split on that day or later. */
  below: readonly Named[]
}

/** A split as it would be decided. */
interface SplitOn {
  unitId: string
  into: readonly Handover[]
  on: LocalDate
}

const MOST_SUCCESSORS = 20
const MOST_OF_EACH = 500

/** A split hands over to some units, and not too much at once: asked before they are looked at. */
export function checkHowMany(into: readonly Handover[]): void {
  const check = (field: string, value: number, max: number) => {
    if (value > max) throw new Rejected('SPLIT_OF_SO_MANY', { field, value, max })
  }
  if (into.length === 0) throw new Rejected('SPLIT_INTO_NONE', { field: 'into' })
  check('into', into.length, MOST_SUCCESSORS)
  check('areaCodes', areasHandedOver({ into }).length, MOST_OF_EACH)
  check('belowIds', into.flatMap(({ below }) => below).length, MOST_OF_EACH)
}

/** Everything that a split would be refused for; the first of it is what the command is refused for. */
export function conflictsOfSplit(unit: Unit, split: SplitOn, surroundings: SplitSurroundings): Conflict[] {
  const { unitId, into, on } = split
  const conflicts: Conflict[] = []
  const add = (about: string, code: Rejected['code'], details: RefusalDetails) =>
    conflicts.push({ unitId: about, refusal: new Rejected(code, details) })
  if (!inForce(unit, on)) add(unitId, 'UNIT_NOT_IN_FORCE', { field: 'on', value: on })
  else if (unit.until !== null) add(unitId, 'SPLIT_UNIT_ENDS', { field: 'unitId', value: unitId, until: unit.until })
  for (const handover of into) for (const code of handover.areas) conflicts.push(...conflictsOfArea(unit, split, code, handover.unitId))
  for (const handover of into) conflicts.push(...conflictsOfSuccessor(unit, split, handover, surroundings))
  conflicts.push(...conflictsOfStaying(unit, split, surroundings))
  return conflicts
}

/** What is handed over has to be covered that day, and still be there: not the area of the unit itself, and each area to one. */
function conflictsOfArea(unit: Unit, { unitId, into, on }: SplitOn, code: AreaCode, successorId: string): Conflict[] {
  const refused = (refusal: Rejected['code'], details: RefusalDetails = {}) => [
    { unitId, refusal: new Rejected(refusal, { field: 'areaCodes', value: code, ...details }) },
  ]
  if (code === unit.areaCode) return refused('SPLIT_OF_OWN_AREA')
  if (!coversOn(unit, on).includes(code)) return refused('SPLIT_OF_AREA_NOT_COVERED', { on })
  const before = splitFrom(unit.splits, code, on)
  if (before) return refused('AREA_HANDED_OVER_LATER', { from: before.from })
  const first = into.find(({ areas }) => areas.includes(code))
  return first && first.unitId !== successorId ? refused('SPLIT_GIVES_TWICE') : []
}

/** Who takes over is another unit of the same type that is in force and goes on; what goes along may stand under it. */
function conflictsOfSuccessor(unit: Unit, split: SplitOn, handover: Handover, surroundings: SplitSurroundings): Conflict[] {
  const { unitId, on } = split
  const { unitId: value, areas, below } = handover
  const field = 'into'
  const refused = (code: Rejected['code'], details: RefusalDetails) => ({ unitId: value, refusal: new Rejected(code, details) })
  if (value === unitId) return [refused('SPLIT_INTO_ITSELF', { field, value })]
  const successor = surroundings.named.get(value)
  if (!successor) return [refused('UNIT_UNKNOWN', { field, value })]
  const conflicts: Conflict[] = []
  const { unitType: type, until } = successor
  if (type !== unit.unitType) conflicts.push(refused('SPLIT_OF_TYPES', { field, value, type, from: unit.unitType }))
  if (!inForce(successor, on)) conflicts.push(refused('UNIT_NOT_IN_FORCE', { field: 'on', value: on }))
  else if (until !== null) conflicts.push(refused('SPLIT_SUCCESSOR_ENDS', { field, value, until }))
  if (areas.length === 0) conflicts.push(refused('SPLIT_HANDS_OVER_NOTHING', { field: 'areaCodes', value }))
  const onward = areas.find((code) => splitFrom(successor.splits, code, on)?.from === on)
  if (onward) conflicts.push(refused('AREA_HANDED_OVER_LATER', { field: 'areaCodes', value: onward, from: on }))
  const around = { ...successor, covers: [...coversOn(successor, on), ...areas] }
  return [...conflicts, ...below.flatMap((id) => conflictsBelow(id, split, { parentId: value, parent: around }, surroundings))]
}

/** What goes along stands below that day, begins or moves no more, and may stand under the one that takes over. */
function conflictsBelow(
  id: string,
  { unitId, into, on }: SplitOn,
  { parentId, parent }: { parentId: string; parent: Unit },
  { named }: SplitSurroundings,
): Conflict[] {
  const refused = (code: Rejected['code'], details: RefusalDetails) => [{ unitId: id, refusal: new Rejected(code, details) }]
  const field = 'belowIds'
  const unit = named.get(id)
  if (!unit) return refused('UNIT_UNKNOWN', { field, value: id })
  const later = laterChange(unit, on)
  if (later !== null) return refused('SPLIT_MEETS_LATER_MOVE', { field: 'on', value: on, from: later })
  if (parentOn(unit, on) !== unitId || !inForce(unit, on)) return refused('SPLIT_OF_UNIT_NOT_BELOW', { field, value: id, on })
  if (into.some((other) => other.unitId !== parentId && other.below.includes(id))) return refused('SPLIT_GIVES_TWICE', { field, value: id })
  return conflictIn(id, () => {
    checkParent({ type: unit.unitType, parentId, field, from: on, until: unit.until }, parent)
    checkPlace(unit, parentId, parent)
  })
}

/** What does not go along may stand under the unit as before: one that lies in an area handed over, and has none of its own, would lie nowhere. */
function conflictsOfStaying(unit: Unit, { unitId, into, on }: SplitOn, { below }: SplitSurroundings): Conflict[] {
  const gone = areasHandedOver({ into })
  const going = into.flatMap((handover) => handover.below)
  const before = { ...unit, covers: coversOn(unit, on) }
  const after = { ...unit, covers: before.covers.filter((code) => !gone.includes(code)) }
  return below
    .filter(({ id }) => !going.includes(id))
    .filter(({ id, unit: each }) => isPlaced(id, each, unitId, before) && !isPlaced(id, each, unitId, after))
    .map(({ id, unit: each }) => ({
      unitId: id,
      refusal: new Rejected('SPLIT_LEAVES_BELOW', { field: 'belowIds', value: id, place: each.path.at(-1) ?? '—', on }),
    }))
}

function isPlaced(id: string, unit: Unit, parentId: string, parent: Unit): boolean {
  return conflictIn(id, () => checkPlace(unit, parentId, parent)).length === 0
}
