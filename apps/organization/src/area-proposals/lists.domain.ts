import type { AreaCode, AreaKind, Level, LocalDate } from '@sizhang/contracts'
import { pathOn } from '@sizhang/service-kit/rules'
import { designationOn, endedOf, isAreaInForce } from '../area-succession/succession.domain'
import type { Area } from '../areas/areas.domain'

/** An area as a list has it. */
export interface ListedRow {
  code: AreaCode
  name: string
  level: Level
  kind: AreaKind | null
  placeholder: boolean
  /** Code of the area above, in the same list. */
  parent: AreaCode | null
}

/** An area in force, as the list of that day has it. */
export interface PresentArea extends ListedRow {
  /** Its first code: its name in all records. */
  id: AreaCode
  parentId: AreaCode | null
  path: AreaCode[]
}

/** 变更类别: what a new list makes of an area. */
export type AreaChangeKind = 'ADDED' | 'RENAMED' | 'RECODED' | 'RECLASSIFIED' | 'MERGED' | 'SPLIT' | 'MOVED' | 'GONE'

/** One change: of an area in force, by a row of the new list, or of both. */
export interface AreaChange {
  kind: AreaChangeKind
  /** The area by its first code; null: a new one. */
  area: AreaCode | null
  /** What the new list says; null: nothing, it is not in it. */
  row: ListedRow | null
  /** Merged: into which, by its code in the new list. A part that is new: of which area, by its first code. */
  other: AreaCode | null
}

/** 更正: what a clerk knows better of one area or row than the comparison. */
export interface Correction {
  as: 'CONTINUED' | 'MERGED' | 'GONE' | 'SPLIT' | 'ADDED'
  area: AreaCode | null
  listCode: AreaCode | null
}

/** What is compared: the areas in force, those of them that the new list has not as they are, and the rows of it that are not in force as they are. */
export interface Compared {
  present: readonly PresentArea[]
  missing: readonly AreaCode[]
  rows: readonly ListedRow[]
}

/** The areas of some list that are in force on a day, by code. */
export function presentOn(areas: readonly Area[], on: LocalDate): PresentArea[] {
  const ended = endedOf(areas)
  const codes = new Map(areas.map((area) => [area.code, designationOn(area, on).code]))
  return areas
    .filter((area) => isAreaInForce(area, on))
    .map((area) => {
      const parentId = pathOn(area.path, ended, on).at(-2) ?? null
      const { code, name, kind, placeholder } = designationOn(area, on)
      const parent = parentId === null ? null : (codes.get(parentId) ?? parentId)
      return { id: area.code, code, name, level: area.level, kind, placeholder, parent, parentId, path: area.path }
    })
}

/** What two lists do not have in common: the rows of the new one, and the areas in force that are in it otherwise or not at all. */
export function differenceOf(present: readonly PresentArea[], list: readonly ListedRow[]): { rows: ListedRow[]; missing: AreaCode[] } {
  const before = new Map(present.map((area) => [wordsOf(area), area.id]))
  const after = new Set(list.map(wordsOf))
  return {
    rows: list.filter((row) => !before.has(wordsOf(row))),
    missing: [...before].filter(([words]) => !after.has(words)).map(([, id]) => id),
  }
}

function wordsOf({ code, name, level, kind, placeholder, parent }: ListedRow): string {
  return JSON.stringify([code, name, level, kind, placeholder, parent])
}

const SUFFIX = /(街道办事处|街道|镇|乡|社区居民委员会|社区居委会|社区|居民委员会|居委会|村民委员会|村委会|村)$/

/** A name without the word for what it is: 东港镇 and 东港街道 are one place (撤镇设街道). */
export function placeNameOf(name: string): string {
  return name.replace(SUFFIX, '') || name
}
