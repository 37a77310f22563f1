import type { SplitIntoInput } from '../graph.generated'

/** What one unit is to take over, as it is chosen so far. */
export interface Part {
  unitId: string | null
  areaCodes: string[]
  belowIds: string[]
}

/** What can be handed over on the day: areas by code, units below by id. */
export interface Offered {
  areas: readonly { code: string }[]
  below: readonly { id: string }[]
}

/** The list with one item, or without it. */
export function toggled(list: readonly string[], item: string, wanted: boolean): string[] {
  return wanted ? [...new Set([...list, item])] : list.filter((other) => other !== item)
}

/** What other parts have chosen: nothing goes to two. */
export function chosenElsewhere(parts: readonly Part[], at: number, of: (part: Part) => readonly string[]): string[] {
  return parts.flatMap((part, place) => (place === at ? [] : of(part)))
}

/** What is sent: the parts that name a unit, with what can be handed over on the day; null while one of them names no area, or none a unit. */
export function intoOf(parts: readonly Part[], { areas, below }: Offered): SplitIntoInput[] | null {
  const into = parts.flatMap(({ unitId, areaCodes, belowIds }) =>
    unitId
      ? [
          {
            unitId,
            areaCodes: areaCodes.filter((code) => areas.some((area) => area.code === code)),
            belowIds: belowIds.filter((id) => below.some((unit) => unit.id === id)),
          },
        ]
      : [],
  )
  return into.length > 0 && into.every(({ areaCodes }) => areaCodes.length > 0) ? into : null
}
