import {
  AreaEnded,
  AreaReclassified,
  AreaRecoded,
  AreaRenamed,
  type AreaCode,
  type AreaEnd,
  type AreaKind,
  type LocalDate,
} from '@sizhang/contracts'
import { decided, pathOn, Rejected, type Decision, type Ended } from '@sizhang/service-kit/rules'
import { establishArea, type Area, type Designation } from '../areas/areas.domain'

/** What an area is called and what it is for a time. */
export interface DesignationInForce extends Omit<Designation, 'from' | 'paper'> {
  from: LocalDate | null
  until: LocalDate | null
  paper: string | null
}

/** All that an area was called, the oldest first; each lasts until the next begins, the last as long as the area. */
export function designationsOf({ code, name, kind, placeholder, from, paper = '', later = [], end }: Area): DesignationInForce[] {
  const first = { code, name, kind, placeholder, from, paper: paper || null }
  const starts: Omit<DesignationInForce, 'until'>[] = [first, ...later]
  return starts.map((start, place) => ({ ...start, until: starts[place + 1]?.from ?? end?.on ?? null }))
}

/** What an area is called and what it is on a day; before it was established, as it was established, and once it ended, as it was last. */
export function designationOn(area: Area, on: LocalDate): Pick<Designation, 'code' | 'name' | 'kind' | 'placeholder'> {
  return area.later?.findLast(({ from }) => from <= on) ?? area
}

/** Whether an area is in force on a day; one of the first list since ever. */
export function isAreaInForce({ from, end }: Area, on: LocalDate): boolean {
  return (from === null || from <= on) && (end === undefined || on < end.on)
}

/** The last day on which something of an area changed; null: never, since it came with the first list. */
export function lastChangeOf({ from, later = [], end }: Area): LocalDate | null {
  return end?.on ?? later.at(-1)?.from ?? from
}

/** The areas of a list that are over. */
export function endedOf(areas: Iterable<Pick<Area, 'code' | 'end'>>): Ended {
  const ended = new Map<AreaCode, { code: AreaCode; on: LocalDate; heir: AreaCode[] }>()
  for (const { code, end } of areas) if (end) ended.set(code, { code, on: end.on, heir: end.heir })
  return ended
}

/**
 * The areas of a list as they are called on a day, by their codes of that day, with those in the place of the first ones; those that are in force.
 * @param others further areas, where those above some of the list may be among them
 */
export function listOn(areas: readonly Area[], ended: Ended, on: LocalDate, others: readonly Area[] = []): Map<AreaCode, Area> {
  const inForce = areas.filter((area) => isAreaInForce(area, on))
  const codes = new Map([...others, ...inForce].map((area) => [area.code, designationOn(area, on).code]))
  return new Map(
    inForce.map((area) => {
      const above = pathOn(area.path, ended, on).at(-2)
      const { code, name, kind, placeholder } = designationOn(area, on)
      return [code, { ...area, code, name, kind, placeholder, parent: above === undefined ? null : (codes.get(above) ?? above) }]
    }),
  )
}

/** What is said of an area that is called otherwise, or is of another kind, from a day on. */
export interface RedesignateArea extends Designation {
  listId: string
}

/** 更名、代码变更、撤镇设街道: an area goes on under another name, another code or as another kind; each of them is a fact (domain (i)). */
export function redesignateArea(area: Area, { listId, ...next }: RedesignateArea): Decision<Area> {
  checkLastChange(area, next.from)
  const { code, level, path } = area
  const before = designationOn(area, next.from)
  const fact = { code, level, path, on: next.from }
  const isOther = before.kind !== next.kind || before.placeholder !== next.placeholder
  const facts = [
    ...(before.name === next.name ? [] : [AreaRenamed.of(fact)]),
    ...(before.code === next.code ? [] : [AreaRecoded.of({ ...fact, listCode: next.code })]),
    ...(isOther ? [AreaReclassified.of({ ...fact, kind: next.kind, placeholder: next.placeholder })] : []),
  ]
  return decided({ ...area, later: [...(area.later ?? []), next], lists: listsOf(area, listId) }, ...facts)
}

/** What is said of the end of an area. */
export interface EndArea {
  listId: string
  on: LocalDate
  how: AreaEnd
  successors: AreaCode[]
  heir: AreaCode[]
  paper: string
}

/** 撤销、合并、拆分、划转: an area ends; what covered it goes on with the first of its successors. */
export function endArea(area: Area, { listId, ...end }: EndArea): Decision<Area> {
  checkLastChange(area, end.on)
  const { code, level, path } = area
  const { on, how, successors, heir } = end
  return decided({ ...area, end, lists: listsOf(area, listId) }, AreaEnded.of({ code, level, path, on, how, successors, heir }))
}

/** What is said of an area that a new list brings. */
export interface NewArea {
  code: AreaCode
  name: string
  level: Area['level']
  kind: AreaKind | null
  placeholder: boolean
  path: AreaCode[]
  from: LocalDate
  splitFrom: AreaCode | null
  paper: string
  listId: string
}

/** 新设: an area of a new list is established from its day on. */
export function establishFromList({ listId, splitFrom, ...area }: NewArea): Decision<Area> {
  const parent = area.path.at(-2) ?? null
  return establishArea({ ...area, parent, ...(splitFrom ? { splitFrom } : {}), lists: [listId] })
}

function listsOf({ lists = [] }: Area, listId: string): string[] {
  return [...lists, listId]
}

/** Nothing of the past is rewritten: a change comes after all that is known of the area. */
function checkLastChange(area: Area, on: LocalDate): void {
  const last = lastChangeOf(area)
  if (last !== null && last >= on) throw new Rejected('AREA_CHANGED_LATER_ALREADY', { field: 'on', value: on, area: area.code, last })
}
