import { UnitMoved, UnitMoveWithdrawn, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { checkParent, coversOn, type Move, type Unit } from '../units/units.domain'

/** What a unit stood, stands or will stand under. */
export interface ParentInForce {
  /** Null: it had none. */
  parentId: string | null
  from: LocalDate
  until: LocalDate | null
  /** The document it rests on; null: as it was founded. */
  paper: string | null
}

/** All units above of a unit over time, the oldest first; each lasts until the next begins, the last as long as the unit. */
export function parentsOf({ parentId, from, until, moves = [] }: Unit): ParentInForce[] {
  const starts = [{ parentId, from, paper: null }, ...moves]
  return starts
    .map((start, place) => ({ ...start, until: earlier(starts[place + 1]?.from ?? null, until) }))
    .filter((each) => each.until === null || each.from < each.until)
}

/** What a unit stands under on a day; before it was founded, and once it is dissolved, what came next to that day. */
export function parentOn({ parentId, moves }: Unit, on: LocalDate): string | null {
  return (moves?.findLast(({ from }) => from <= on) ?? { parentId }).parentId
}

/** Whether a unit stands under another on a day or later, while it is in force. */
export function standsUnderFrom(unit: Unit, parentId: string, day: LocalDate): boolean {
  return parentsOf(unit).some((each) => each.parentId === parentId && (each.until === null || each.until > day))
}

/** What is said of a move. */
export interface MoveUnit {
  unitId: string
  parentId: string
  on: LocalDate
  paper: string
}

/**
 * 调整隶属: a unit in force stands under another from a day on, which may be still to come; the days before stay as they were (N2.3).
 * Types allow no circle, so none can come about.
 */
export function moveUnit(unit: Unit, { unitId, parentId, on, ...said }: MoveUnit, parent: Unit | null): Decision<Unit> {
  const paper = plainText('paper', said.paper, { min: 2, max: 200 })
  if (!inForce(unit, on)) throw new Rejected('MOVED_OUT_OF_FORCE', { field: 'on', value: on, from: unit.from })
  const last = unit.moves?.at(-1)
  if (last && last.from >= on) throw new Rejected('MOVED_LATER_ALREADY', { field: 'on', value: on, from: last.from })
  if (parentOn(unit, on) === parentId) throw new Rejected('STANDS_THERE_ALREADY', { field: 'parentId', value: parentId, on })
  checkParent({ type: unit.unitType, parentId, field: 'on', from: on, until: unit.until }, parent)
  checkPlace(unit, parentId, parent && { ...parent, covers: coversOn(parent, on) })
  const move: Move = { parentId, from: on, paper }
  return decided({ ...unit, moves: [...(unit.moves ?? []), move] }, UnitMoved.of({ unitId, ...placeOf(unit), parentId, on }))
}

/** What is said when a move is taken back. */
export interface WithdrawMove {
  unitId: string
  /** The day from which it was to hold. */
  from: LocalDate
}

/** 撤回调整隶属: the last move is taken back, as if it had never been, if what the unit stood under before goes on. */
export function withdrawMove(unit: Unit, { unitId, from }: WithdrawMove, former: Unit | null): Decision<Unit> {
  const moves = unit.moves ?? []
  if (moves.at(-1)?.from !== from) throw new Rejected('NOT_THE_LAST_MOVE', { field: 'from', value: from })
  const before = { ...unit, moves: moves.slice(0, -1) }
  const parentId = parentOn(before, from)
  checkParent({ type: unit.unitType, parentId, field: 'from', from, until: unit.until }, former)
  return decided(before, UnitMoveWithdrawn.of({ unitId, ...placeOf(unit), parentId, on: from }))
}

/**
 * A unit without an area lies where it lies, and no move takes it elsewhere: where it lies is who may see it, and what its facts say.
 * It may stand under what lies around it, or covers it (N2.3d).
 */
export function checkPlace(unit: Unit, parentId: string, parent: Unit | null): void {
  if (unit.areaCode !== null || !parent) return
  const around = parent.path.every((code, place) => unit.path[place] === code)
  if (around || parent.covers.some((code) => unit.path.includes(code))) return
  throw new Rejected('MOVE_LEAVES_PLACE', { field: 'parentId', value: parentId, place: unit.path.at(-1) ?? '—' })
}

function earlier(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

function placeOf({ unitType, areaCode: area, path }: Unit) {
  return { unitType, area, path }
}
