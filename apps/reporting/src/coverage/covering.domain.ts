import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { staysOf, timesWithin, type Ended, type Interval, type Stay } from '@sizhang/service-kit/rules'
import type { Association, Covering, Place } from './coverage.domain'

/** Puts associations in order by the areas they cover; from the day on which one of these ends, by the area that carries it on. */
export function coveringOf(associations: readonly Association[], ended: Ended = new Map()): Covering {
  const covering = new Map<AreaCode, Association[]>()
  for (const association of associations) {
    for (const [code, covers] of association.covers.flatMap((area) => coversOver(area, association, ended))) {
      const others = covering.get(code)
      if (others) others.push(covers)
      else covering.set(code, [covers])
    }
  }
  return covering
}

/** An association covers an area, and after it the areas that carry it on, each in its time. */
function coversOver(area: AreaCode, association: Association, ended: Ended): [AreaCode, Association][] {
  const times = timesOf(area, association)
  if (!ended.has(area)) return times.map((time) => [area, time === association ? association : { ...association, ...time }])
  return staysOf([area], ended).flatMap(({ path, ...stay }) =>
    times.flatMap((time): [AreaCode, Association][] => {
      const both = cut(time, stay)
      return both ? [[path.at(-1) ?? area, { ...association, ...both, covered: area }]] : []
    }),
  )
}

/**
 * When an association covers an area: since it was founded or took it over, until it hands it over or ends, and again once it takes it back. Of one
 * day, what it takes over comes before what it hands over. An area that it first takes over was none of its own before.
 */
function timesOf(area: AreaCode, association: Association): Interval[] {
  const [took, gave] = [association.took?.[area], association.gave?.[area]]
  if (!took && !gave) return [association]
  const times: Interval[] = []
  const turns = [
    ...Object.keys(took ?? {}).map((on) => ({ on, covers: true })),
    ...Object.keys(gave ?? {}).map((on) => ({ on, covers: false })),
  ]
  turns.sort((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
  let since = turns[0]?.covers ? null : association.from
  for (const { on, covers } of turns) {
    if (covers) since ??= on
    else if (since !== null) {
      times.push({ from: since, until: on })
      since = null
    }
  }
  if (since !== null) times.push({ from: since, until: null })
  return times.flatMap((time) => cut(association, time) ?? [])
}

/**
 * The places among some areas that lie within each of some others, each in the time in which it does. Every place is looked at once, however many
 * are asked for: a list of a thousand towns asks for each of them.
 */
export function placesWithin(
  places: readonly (Place & { path?: AreaCode[] })[],
  roots: readonly AreaCode[],
  ended: Ended,
): ReadonlyMap<AreaCode, Place[]> {
  const within = new Map<AreaCode, Place[]>(roots.map((root) => [root, []]))
  for (const { path = [], ...place } of places) {
    const stays = staysOf(path, ended)
    for (const root of new Set(stays.flatMap((stay) => stay.path))) within.get(root)?.push(...placeIn(place, timesWithin(stays, root)))
  }
  return within
}

/** A place as often as it lies within an area, each in its time. */
function placeIn({ end, ...place }: Place, stays: readonly Omit<Stay, 'path'>[]): Place[] {
  return stays.flatMap((stay) => {
    const time = cut({ from: place.from ?? SINCE_EVER, until: end?.on ?? null }, stay)
    if (!time) return []
    return [{ ...place, from: time.from === SINCE_EVER ? null : time.from, ...(time.until ? { end: { on: time.until } } : {}) }]
  })
}

/** Before every day. */
const SINCE_EVER: LocalDate = ''

/** What of an interval lies in a stay; undefined: nothing. */
function cut({ from, until }: Interval, stay: Omit<Stay, 'path'>): Interval | undefined {
  const first = stay.from !== null && stay.from > from ? stay.from : from
  const last = until === null || (stay.until !== null && stay.until < until) ? stay.until : until
  return last === null || first < last ? { from: first, until: last } : undefined
}
