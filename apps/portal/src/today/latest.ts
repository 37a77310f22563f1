const SHOWN = 10

/** The ten newest by their time; of the same time, those that come first in the list. Times are RFC 3339. */
export function latestOf<Dated extends { time: string }>(facts: readonly Dated[]): Dated[] {
  return [...facts].sort((one, other) => Date.parse(other.time) - Date.parse(one.time)).slice(0, SHOWN)
}
