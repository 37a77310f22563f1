import type { AreaKind, LocalDate } from '@sizhang/contracts'

/** What an area is for a time: its kind, and whether it is a row of the code list that stands for no real place. */
interface AreaNature {
  kind: AreaKind | null
  placeholder: boolean
}

/** An area of the list with its days. */
export interface DatedArea extends AreaNature {
  /** In the list from; null: since ever. */
  from: LocalDate | null
  /** Absent: it is in force. */
  end?: { on: LocalDate }
  /** What it was later, by the first day. */
  later?: Record<LocalDate, AreaNature>
}

/** Whether an area is in the list on a day. */
export function isListedOn({ from, end }: DatedArea, on: LocalDate): boolean {
  return (from === null || from <= on) && (end === undefined || on < end.on)
}

/** What an area is on a day. */
export function kindOn(area: DatedArea, on: LocalDate): AreaNature {
  const days = Object.keys(area.later ?? {}).filter((day) => day <= on)
  return area.later?.[days.sort().at(-1) ?? ''] ?? area
}
