import type { AreaCode, LocalDate } from '@sizhang/contracts'

/** 区划沿革: an area that is over from a day on, with the area that carries on what was its own. */
export interface EndedArea {
  code: AreaCode
  on: LocalDate
  /** From the city down to the first of its successors, as that was established; empty: nobody carries it on. */
  heir: readonly AreaCode[]
}

/** Areas that are over, by code. */
export type Ended = ReadonlyMap<AreaCode, EndedArea>

/** Where something lies for a time; null: since ever, and for ever. */
export interface Stay {
  path: readonly AreaCode[]
  from: LocalDate | null
  until: LocalDate | null
}

/**
 * Where what is stamped with a path lies, day by day: in the areas of the path, and from the day on which one of them ends in that one's heir.
 * So a record keeps its stamp for ever, and what a merged street had is found under the street that it was merged into (domain (i)).
 */
export function staysOf(path: readonly AreaCode[], ended: Ended): Stay[] {
  const stays: Stay[] = []
  let now: { path: readonly AreaCode[]; from: LocalDate | null } = { path, from: null }
  for (let end = firstEnd(now.path, ended); end; end = firstEnd(now.path, ended)) {
    const from: LocalDate = now.from !== null && now.from > end.on ? now.from : end.on
    if (from !== now.from) stays.push({ ...now, until: from })
    now = { path: [...end.heir, ...now.path.slice(now.path.indexOf(end.code) + 1)], from }
  }
  return [...stays, { ...now, until: null }]
}

/** Where what is stamped with a path lies on a day. */
export function pathOn(path: readonly AreaCode[], ended: Ended, on: LocalDate): AreaCode[] {
  return [...(staysOf(path, ended).findLast(({ from }) => from === null || from <= on)?.path ?? path)]
}

/** The times of some stays in which what stays there lies within an area. */
export function timesWithin(stays: readonly Stay[], root: AreaCode): Omit<Stay, 'path'>[] {
  const within: Omit<Stay, 'path'>[] = []
  for (const { path: lies, from, until } of stays) {
    const last = within.at(-1)
    if (!lies.includes(root)) continue
    if (last && last.until === from) last.until = until
    else within.push({ from, until })
  }
  return within
}

/** The stamps of all that lies, lay or will lie within an area: its own code, and those of the areas that came to lie there. */
export function stampsEver(root: AreaCode, ended: Ended): AreaCode[] {
  return [root, ...[...ended.keys()].filter((code) => code !== root && staysOf([code], ended).some(({ path }) => path.includes(root)))]
}

/** By which stamps what lies within an area on a day is told from the rest: it has one of the first, and none of the others. */
export interface Stamps {
  one: AreaCode[]
  none: AreaCode[]
}

/**
 * The stamps of what lies within an area on a day: its own code and those of the areas that came to lie there, but of no area below it that was
 * moved away.
 * @param depth how many areas there are from the city down to this one, itself included; an heir stands as high as the area that ended
 */
export function stampsOn(root: AreaCode, depth: number, ended: Ended, on: LocalDate): Stamps {
  const over = [...ended.values()].filter((end) => end.heir.length > 0 && end.on <= on)
  const liesWithin = ({ code }: EndedArea) => pathOn([code], ended, on).includes(root)
  return {
    one: [root, ...over.filter(liesWithin).map(({ code }) => code)],
    none: over.filter((end) => end.heir.length > depth && !liesWithin(end)).map(({ code }) => code),
  }
}

/** The first of the areas of a path to end with an heir. An heir is never an area that ended before, so this comes to an end. */
function firstEnd(path: readonly AreaCode[], ended: Ended): EndedArea | undefined {
  let first: EndedArea | undefined
  for (const code of path) {
    const end = ended.get(code)
    if (end && end.heir.length > 0 && (!first || end.on < first.on)) first = end
  }
  return first
}
