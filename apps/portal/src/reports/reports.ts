import type { Level } from '../graph.generated'

/** What a report is asked for: where, on which day, over which time. */
export interface Asked {
  /** Undefined: the whole city. */
  within: string | undefined
  /** Its name; empty: the whole city. */
  place: string
  /** The day looked at in the address; undefined: today. */
  on: string | undefined
  /** The day of the figures. */
  day: string
  /** The time, both days included. */
  from: string
  to: string
}

/** The levels of a report from the top, each with its figures; those without any area are left out. */
export function levelsOf<Line extends { level: Level }>(lines: readonly (Line | null)[], has: (line: Line) => boolean): Line[] {
  return lines.filter((line): line is Line => line !== null && has(line))
}

/** An address with parameters; those without a value are left out. */
export function address(path: string, parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `${path}?${new URLSearchParams(given)}`
}
