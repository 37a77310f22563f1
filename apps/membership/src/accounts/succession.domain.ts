import type { AreaCode } from '@sizhang/contracts'
import type { Grant } from '@sizhang/service-kit/rights'
import { staysOf, type EndedArea } from '@sizhang/service-kit/rules'

/** An area that is over, with its place when it was established. */
export interface EndedPlace extends EndedArea {
  path: readonly AreaCode[]
}

/**
 * 区划沿革与权限: records keep the stamp of the area in which they were made. So whoever has a right over an area has it, from the day on which another
 * was merged into it or moved there, over what bears the stamp of that one as well; and nobody loses what he was given.
 */
export function widenedBySuccession(grants: readonly Grant[], places: readonly EndedPlace[]): Grant[] {
  const ended = new Map(places.map((place) => [place.code, place]))
  const further = grants.flatMap((grant) => {
    const { within } = grant
    if (within.kind !== 'AREA') return []
    return places
      .filter(({ path }) => !path.includes(within.code))
      .flatMap(({ code }) => staysOf([code], ended).flatMap((stay) => (stay.path.includes(within.code) ? [{ code, ...stay }] : [])))
      .flatMap(({ code, from: first, until: last }): Grant[] => {
        const from = first !== null && first > grant.from ? first : grant.from
        const until = grant.until === null || (last !== null && last < grant.until) ? last : grant.until
        return until === null || from < until ? [{ ...grant, within: { kind: 'AREA', code }, from, until }] : []
      })
  })
  return [...grants, ...further]
}
