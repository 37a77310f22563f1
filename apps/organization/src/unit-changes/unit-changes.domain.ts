import type { LocalDate } from '@sizhang/contracts'
import { addMonths, Rejected } from '@sizhang/service-kit/rules'
import { parentsOf } from '../moves/moves.domain'
import { namesOf } from '../renamings/renamings.domain'
import type { Unit } from '../units/units.domain'

/** Two days that are compared lie at most so many years apart: four terms of a congress. */
const MOST_YEARS = 20

/** What can happen to a unit, in the order in which it is told where more than one thing happens to it on one day. */
const KINDS = ['FOUNDED', 'RENAMED', 'MOVED', 'SPLIT', 'MERGED', 'DISSOLVED'] as const
type Kind = (typeof KINDS)[number]

/** Something that happened to a unit from a day on (N2.3). */
export interface UnitChange {
  kind: Kind
  /** The first day on which it holds; of an end, the first on which the unit is no longer in force. */
  on: LocalDate
  /** The document it rests on; null: none is kept with the unit. */
  paper: string | null
  /** Renamed: from what to what. */
  names?: { before: string; after: string }
  /** Moved: from under which unit to under which; null: it stood under none. */
  parents?: { before: string | null; after: string }
  /** Merged: the unit that goes on for it. */
  mergedInto?: string
  /** Split: the units that take over areas. */
  splitInto?: string[]
}

/** Refuses days of which the second comes first, or lies more than 20 years behind. */
export function checkDays(from: LocalDate, to: LocalDate): void {
  if (to < from) throw new Rejected('CHANGES_END_BEFORE_THEY_START', { field: 'to', value: to, from })
  if (to > addMonths(from, MOST_YEARS * 12)) throw new Rejected('CHANGES_OVER_TOO_LONG', { field: 'from', value: from, max: MOST_YEARS })
}

/**
 * What happened to a unit after one day, up to and including another: so much as its place in the network on the one day differs from that on the
 * other, and what came and went in between. What was taken back never was, and what was to come after its end did not.
 */
export function unitChangesBetween(unit: Unit, from: LocalDate, to: LocalDate): UnitChange[] {
  return [...founded(unit), ...renamed(unit), ...moved(unit), ...split(unit), ...ended(unit)]
    .filter(({ on }) => from < on && on <= to)
    .sort(byDay)
}

/** What happened to some units between two days, with the unit, by day, then unit. */
export function changesInOrder<One extends Unit & { _id: string }>(
  units: readonly One[],
  from: LocalDate,
  to: LocalDate,
): (UnitChange & { unit: One })[] {
  return units
    .flatMap((unit) => unitChangesBetween(unit, from, to).map((change) => ({ ...change, unit })))
    .sort((one, other) => compare(keyOf(one), keyOf(other)))
}

/** Where a change stands in the order of all: no two stand at the same place. */
export function keyOf({ on, unit, kind }: UnitChange & { unit: { _id: string } }): [LocalDate, string, number] {
  return [on, unit._id, KINDS.indexOf(kind)]
}

/** Less than zero where the first of two places comes first. */
export function compare(one: readonly (string | number)[], other: readonly (string | number)[]): number {
  const place = one.findIndex((part, at) => part !== other[at])
  if (place < 0) return 0
  return (one[place] ?? '') < (other[place] ?? '') ? -1 : 1
}

function byDay(one: UnitChange, other: UnitChange): number {
  return compare([one.on, KINDS.indexOf(one.kind)], [other.on, KINDS.indexOf(other.kind)])
}

function founded({ from: on }: Unit): UnitChange[] {
  return [{ kind: 'FOUNDED', on, paper: null }]
}

function ended({ until: on, mergedInto, dissolveReason }: Unit): UnitChange[] {
  if (on === null) return []
  return [mergedInto ? { kind: 'MERGED', on, paper: dissolveReason, mergedInto } : { kind: 'DISSOLVED', on, paper: null }]
}

function renamed(unit: Unit): UnitChange[] {
  return steps(namesOf(unit))
    .filter(([, after]) => unit.until === null || after.from < unit.until)
    .map(([before, after]) => ({
      kind: 'RENAMED',
      on: after.from,
      paper: after.paper,
      names: { before: before.name, after: after.name },
    }))
}

function moved(unit: Unit): UnitChange[] {
  return steps(parentsOf(unit)).flatMap(([{ parentId: before }, { parentId: after, from: on, paper }]) =>
    after === null ? [] : [{ kind: 'MOVED' as const, on, paper, parents: { before, after } }],
  )
}

/** What is split twice on one day is told once, with both documents. */
function split({ splits = [] }: Unit): UnitChange[] {
  return [...new Set(splits.map(({ from }) => from))].map((on) => {
    const ofDay = splits.filter(({ from }) => from === on)
    const splitInto = [...new Set(ofDay.flatMap(({ into }) => into.map(({ unitId }) => unitId)))]
    return { kind: 'SPLIT', on, paper: [...new Set(ofDay.map(({ paper }) => paper))].join('；'), splitInto }
  })
}

/** Each with the one after it. */
function steps<Item>(items: readonly Item[]): [Item, Item][] {
  return items.slice(1).map((after, at) => [items[at] as Item, after])
}
