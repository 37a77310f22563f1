import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { staysOf, staysWithin, type Ended, type Interval, type Stay } from '@sizhang/service-kit/rules'
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
  if (!ended.has(area)) return [[area, association]]
  const { until, since } = association
  const takenOver = since?.[area] ?? association.from
  const from = takenOver > association.from ? takenOver : association.from
  return staysOf([area], ended).flatMap(({ path, ...stay }): [AreaCode, Association][] => {
    const time = cut({ from, until }, stay)
    return time ? [[path.at(-1) ?? area, { ...association, ...time }]] : []
  })
}

/** The places among some areas that lie within one, each in the time in which it does. */
export function placesWithin(places: readonly (Place & { path?: AreaCode[] })[], root: AreaCode, ended: Ended): Place[] {
  return places.flatMap(({ path = [], ...place }) =>
    staysWithin(path, root, ended).flatMap((stay) => {
      const time = cut({ from: place.from ?? SINCE_EVER, until: place.end?.on ?? null }, stay)
      if (!time) return []
      const { end: _, ...rest } = place
      return [{ ...rest, from: time.from === SINCE_EVER ? null : time.from, ...(time.until ? { end: { on: time.until } } : {}) }]
    }),
  )
}

/** Before every day. */
const SINCE_EVER: LocalDate = ''

/** What of an interval lies in a stay; undefined: nothing. */
function cut({ from, until }: Interval, stay: Omit<Stay, 'path'>): Interval | undefined {
  const first = stay.from !== null && stay.from > from ? stay.from : from
  const last = until === null || (stay.until !== null && stay.until < until) ? stay.until : until
  return last === null || first < last ? { from: first, until: last } : undefined
}
