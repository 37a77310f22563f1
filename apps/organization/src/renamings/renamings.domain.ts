import { UnitRenamed, UnitRenamingWithdrawn, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import type { Renaming, Unit } from '../units/units.domain'

/** A name that a unit bore, bears or will bear. */
export interface NameInForce {
  name: string
  from: LocalDate
  until: LocalDate | null
  /** The document it rests on; null: the name it was founded with. */
  paper: string | null
}

/** All names of a unit, the oldest first; each lasts until the next begins, the last as long as the unit. */
export function namesOf({ name, from, until, renamings = [] }: Unit): NameInForce[] {
  const starts = [{ name, from, paper: null }, ...renamings]
  return starts.map((start, place) => ({ ...start, until: starts[place + 1]?.from ?? until }))
}

/** What a unit is called on a day; before it was founded, by the name it was founded with, and once it is dissolved, by its last. */
export function nameOn(unit: Unit, on: LocalDate): string {
  return unit.renamings?.findLast(({ from }) => from <= on)?.name ?? unit.name
}

/** What is said of a new name. */
export interface RenameUnit {
  unitId: string
  name: string
  on: LocalDate
  paper: string
}

/** 更名: a unit in force bears another name from a day on, which may be still to come. The names of before stay with their days (N2.3). */
export function renameUnit(unit: Unit, { unitId, on, ...said }: RenameUnit): Decision<Unit> {
  const name = plainText('name', said.name, { min: 2, max: 80 })
  const paper = plainText('paper', said.paper, { min: 2, max: 200 })
  if (!inForce(unit, on) || on === unit.from) throw new Rejected('RENAMED_OUT_OF_FORCE', { field: 'on', value: on, from: unit.from })
  const last = unit.renamings?.at(-1)
  if (last && last.from >= on) throw new Rejected('RENAMED_LATER_ALREADY', { field: 'on', value: on, from: last.from })
  if (nameOn(unit, on) === name) throw new Rejected('NAME_BORNE_ALREADY', { field: 'name', value: name })
  const renamings: Renaming[] = [...(unit.renamings ?? []), { name, from: on, paper }]
  const { unitType, areaCode: area, path } = unit
  return decided({ ...unit, renamings }, UnitRenamed.of({ unitId, unitType, area, path, on }))
}

/** What is said when a renaming is taken back. */
export interface WithdrawRenaming {
  unitId: string
  /** The day from which it was to hold. */
  from: LocalDate
}

/** 撤回更名: the last renaming is taken back, as if it had never been; an earlier one only after those that came later. */
export function withdrawRenaming(unit: Unit, { unitId, from }: WithdrawRenaming): Decision<Unit> {
  const renamings = unit.renamings ?? []
  if (renamings.at(-1)?.from !== from) throw new Rejected('NOT_THE_LAST_RENAMING', { field: 'from', value: from })
  const { unitType, areaCode: area, path } = unit
  return decided({ ...unit, renamings: renamings.slice(0, -1) }, UnitRenamingWithdrawn.of({ unitId, unitType, area, path, on: from }))
}
