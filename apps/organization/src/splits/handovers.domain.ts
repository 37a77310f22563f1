import type { AreaCode, LocalDate } from '@sizhang/contracts'

/** 拆分: from a day on a unit hands over areas that it covers, and goes on. */
export interface Split {
  /** The command that decided it; by it each step is taken once. */
  id: string
  from: LocalDate
  /** The document it rests on. */
  paper: string
  into: Handover[]
  /** Who decided it: whoever carries it out does so in his name. */
  by: { accountId: string; name: string }
  carriedOut: boolean
}

/** What one unit takes over in a split: areas, and the units that go along to stand below it. */
export interface Handover {
  unitId: string
  areas: AreaCode[]
  below: string[]
}

/** 拆分承接: what a unit took over when another one was split. */
export interface Takeover {
  /** The command that decided the split. */
  id: string
  from: LocalDate
  paper: string
  /** The unit that was split. */
  predecessorId: string
  areas: AreaCode[]
  /** Those of them that it did not cover before: a street's own association has its own area already. */
  gained: AreaCode[]
}

/** All areas that a split hands over. */
export function areasHandedOver({ into }: { into: readonly Handover[] }): AreaCode[] {
  return into.flatMap(({ areas }) => areas)
}

/** The first split of a unit, from a day on, that hands over an area; undefined: none. */
export function splitFrom(splits: readonly Split[] | undefined, code: AreaCode, day: LocalDate): Split | undefined {
  const later = (splits ?? []).filter((split) => split.from >= day && areasHandedOver(split).includes(code))
  return later.sort((one, other) => (one.from < other.from ? -1 : 1))[0]
}
