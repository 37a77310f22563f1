import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { inForce, type Interval } from '@sizhang/service-kit/rules'

/** 四缺: posts, funds, premises, staff, in the order of the notice (N3.2). */
export const LACKS = ['POSTS', 'FUNDS', 'PREMISES', 'STAFF'] as const
export type Lack = (typeof LACKS)[number]

/** Whether a unit lacks something: from evidence, or not known. */
export type LackState = 'LACKING' | 'NOT_LACKING' | 'UNKNOWN'

/** What a note of a unit says of a lack. */
export interface Note extends Interval {
  lack: string
  lacking: boolean
  /** It turned out not to be true. */
  corrected?: boolean
}

/** 组织: a unit with what was noted of it. */
export interface NotedUnit {
  unitId: string
  path: readonly AreaCode[]
  notes: readonly Note[]
}

/** What is known of one lack of a unit on a day; since when, null where nothing is known. */
interface KnownLack {
  lack: Lack
  state: LackState
  since: LocalDate | null
}

/** A unit with what is known of each lack. */
export interface UnitLacks {
  unitId: string
  path: readonly AreaCode[]
  lacks: readonly KnownLack[]
}

/** Units by what is known of one lack. */
export type LackCount = Readonly<Record<LackState, number>>

/** What is known of the four lacks of units on a day: by the last note of each that had begun and was not corrected. Nothing noted is unknown, never zero. */
export function lacksOn(units: readonly NotedUnit[], on: LocalDate): UnitLacks[] {
  return units.map(({ unitId, path, notes }) => ({ unitId, path, lacks: LACKS.map((lack) => lackOn(lack, notes, on)) }))
}

/** Counts units by what is known of one lack: each counts in one state. */
export function countLack(units: readonly UnitLacks[], lack: Lack): LackCount {
  const count: Record<LackState, number> = { LACKING: 0, NOT_LACKING: 0, UNKNOWN: 0 }
  for (const unit of units) count[stateOf(unit, lack)]++
  return count
}

/** What is known of one lack of a unit. */
export function stateOf({ lacks }: UnitLacks, lack: Lack): LackState {
  return lacks.find((known) => known.lack === lack)?.state ?? 'UNKNOWN'
}

function lackOn(lack: Lack, notes: readonly Note[], on: LocalDate): KnownLack {
  const begun = notes.filter((note) => note.lack === lack && !note.corrected && note.from <= on)
  const last = begun.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
  if (!last || !inForce(last, on)) return { lack, state: 'UNKNOWN', since: null }
  return { lack, state: last.lacking ? 'LACKING' : 'NOT_LACKING', since: last.from }
}
