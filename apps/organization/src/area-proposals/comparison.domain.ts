import { levels, type AreaCode, type Level } from '@sizhang/contracts'
import { placeNameOf, type AreaChange, type Compared, type Correction, type ListedRow, type PresentArea } from './lists.domain'
import { Matching } from './matching.domain'

/**
 * 比对: names each change that a new list makes, from the city down (domain (i)). A list says codes and names and nothing of what happened, so it is
 * inferred: the same name under the same area above is the same area, whatever its code; a town whose villages are listed under another one was
 * merged into that; a new town whose villages were another one's is a part of it. What a clerk corrected goes first.
 */
export function compareLists(compared: Compared, corrections: readonly Correction[] = []): AreaChange[] {
  const matching = new Matching(compared)
  for (const level of levels) {
    matching.begin(level)
    for (const correction of corrections) matching.correct(correction)
    const above = { area: (area: PresentArea) => matching.aboveArea(area), row: (row: ListedRow) => matching.aboveRow(row) }
    const inPlace = (sign: (listed: ListedRow) => string) =>
      matching.pairUnique(
        (area) => `${above.area(area)} ${sign(area)}`,
        (row) => `${above.row(row)} ${sign(row)}`,
      )
    inPlace(({ code, name }) => `${code} ${placeNameOf(name)}`)
    inPlace(({ name }) => name)
    inPlace(({ name }) => placeNameOf(name))
    inPlace(({ code }) => code)
    matching.pairUnique(
      ({ name }) => name,
      ({ name }) => name,
    )
    if (level !== 'VILLAGE') followVillages(matching, compared, nextLevel(level))
    matching.finish()
  }
  return matching.changes
}

/** Where the areas below went says what became of the one above. */
function followVillages(matching: Matching, { present, rows }: Compared, below: Level): void {
  const rowsBelow = rows.filter(({ level }) => level === below)
  const areasBelow = present.filter(({ level }) => level === below)
  const into = new Map<AreaCode, PresentArea[]>()
  for (const area of matching.areas) {
    const names = new Set(areasBelow.filter(({ parentId }) => parentId === area.id).map(({ name }) => name))
    const target = mostOf(
      rowsBelow.filter(({ name }) => names.has(name)).map(({ parent }) => parent),
      names.size,
    )
    if (target && matching.isListedBeside(target, area)) into.set(target, [...(into.get(target) ?? []), area])
  }
  for (const [target, areas] of into) {
    const [only] = areas
    const fresh = matching.rows.find(({ code }) => code === target)
    // Only one went there, and nothing was there before: it is the same area under another name and code.
    if (only && fresh && areas.length === 1 && !matching.isMergedInto(target)) matching.pair(only, fresh)
    else for (const area of areas) matching.merge(area, target)
  }
  for (const row of matching.rows) {
    const names = new Set(rowsBelow.filter(({ parent }) => parent === row.code).map(({ name }) => name))
    const origin = mostOf(
      areasBelow.filter(({ name }) => names.has(name)).map(({ parentId }) => parentId),
      names.size,
    )
    if (origin && !matching.isMergedInto(row.code)) matching.split(row, origin)
  }
}

/** What stands there more often than half of so many times. */
function mostOf(codes: readonly (AreaCode | null)[], of: number): AreaCode | undefined {
  return codes.find((code): code is AreaCode => code !== null && codes.filter((other) => other === code).length * 2 > of)
}

function nextLevel(level: Level): Level {
  return levels[levels.indexOf(level) + 1] ?? level
}
