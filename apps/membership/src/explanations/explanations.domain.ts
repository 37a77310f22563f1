import type { LocalDate } from '@sizhang/contracts'
import { covers, lets, roleOf, type Grant, type PlacedJurisdiction, type Verb } from '@sizhang/service-kit/rights'
import { inForce } from '@sizhang/service-kit/rules'

/** Whether a grant holds on a day, will, or did. */
type Standing = 'HOLDS' | 'NOT_YET' | 'OVER'

/** What keeps somebody from doing something. */
type Missing = 'NO_ROLE' | 'ELSEWHERE' | 'NOT_YET' | 'OVER' | 'MINOR'

/** A grant that lets do what was asked, somewhere or at some time. */
export interface Reason<Held extends Grant> {
  grant: Held
  standing: Standing
  /** Whether it reaches as far as was asked, on the days on which it holds. */
  covers: boolean
}

/** Why somebody may do something, or what is missing. */
export interface Explanation<Held extends Grant> {
  may: boolean
  reasons: Reason<Held>[]
  missing: Missing | null
}

const ORDER: readonly Standing[] = ['HOLDS', 'NOT_YET', 'OVER']

/** Why somebody may do something on a day, or what is missing: each grant that lets do it, with whether it reaches as far as was asked. */
export function whyMay<Held extends Grant>(judged: readonly Pick<Reason<Held>, 'grant' | 'covers'>[], on: LocalDate): Explanation<Held> {
  const reasons = judged.map(({ grant, covers }) => ({ grant, covers, standing: standingOf(grant, on) }))
  const sorted = reasons.sort((one, other) => rankOf(one) - rankOf(other))
  const [first] = sorted
  const may = first?.covers === true && first.standing === 'HOLDS'
  return { may, reasons: sorted, missing: may ? null : missingOf(first) }
}

function standingOf(grant: Grant, on: LocalDate): Standing {
  if (inForce(grant, on)) return 'HOLDS'
  return on < grant.from && (grant.until === null || grant.from < grant.until) ? 'NOT_YET' : 'OVER'
}

/** What covers the record comes before what does not, and what holds before what does not. */
function rankOf({ covers, standing }: Pick<Reason<Grant>, 'covers' | 'standing'>): number {
  return (covers ? 0 : ORDER.length) + ORDER.indexOf(standing)
}

function missingOf(nearest: Reason<Grant> | undefined): Missing {
  if (!nearest) return 'NO_ROLE'
  if (!nearest.covers) return 'ELSEWHERE'
  return nearest.standing === 'OVER' ? 'OVER' : 'NOT_YET'
}

/**
 * The verbs of a grant that somebody does not have there yet, today or, where it begins later, on its first day. What is had in two parts that
 * cover the jurisdiction together counts as not had: no grant alone gives it.
 */
export function verbsAdded(held: readonly Grant[], grant: Grant & PlacedJurisdiction, today: LocalDate): Verb[] {
  const day = grant.from > today ? grant.from : today
  return (roleOf(grant.role)?.verbs ?? []).filter(
    (verb) => !held.some((one) => lets(one, verb) && inForce(one, day) && covers(one.within, grant)),
  )
}
