import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { inForce } from '../rules'
import type { Grant, Jurisdiction } from './grant'
import { gives, roleOf } from './roles'
import type { Verb } from './verbs'

/** A jurisdiction with the areas that it lies in, from the city down; empty: everywhere, or a unit without an area. */
export interface PlacedJurisdiction {
  within: Jurisdiction
  path: readonly AreaCode[]
}

/** 审计 is given by those who may not see it themselves: nobody who administrates does, and somebody has to appoint the auditor. */
const GIVEN_UNSEEN: ReadonlySet<Verb> = new Set<Verb>(['audit.read'])

/**
 * Whether somebody may give a grant, or end it: no one grants more than he has, but for the sight of the audit. For each other verb of the role one of his own grants must give it,
 * cover the jurisdiction, hold today and at the first day, and last as long. What was delegated to him gives nothing to give.
 */
export function mayGive(own: readonly Grant[], given: Grant & PlacedJurisdiction, today: LocalDate): boolean {
  return lackedToGive(own, given, today).length === 0
}

/** The verbs of a role that somebody would have to have, there and for as long, to give a grant of it. */
export function lackedToGive(own: readonly Grant[], given: Grant & PlacedJurisdiction, today: LocalDate): Verb[] {
  const first = given.from > today ? given.from : today
  const suitable = own.filter(
    (grant) =>
      !grant.delegated && inForce(grant, today) && inForce(grant, first) && lasts(grant, given.until) && covers(grant.within, given),
  )
  return (roleOf(given.role)?.verbs ?? []).filter((verb) => !GIVEN_UNSEEN.has(verb) && !suitable.some(({ role }) => gives(role, verb)))
}

/** What two jurisdictions have in common: the narrower of them; null: nothing. */
export function narrower(one: PlacedJurisdiction, other: PlacedJurisdiction): PlacedJurisdiction | null {
  if (covers(one.within, other)) return other
  return covers(other.within, one) ? one : null
}

function lasts({ until }: Grant, needed: LocalDate | null): boolean {
  return until === null || (needed !== null && needed <= until)
}

/** Whether a jurisdiction reaches over the whole of another. */
export function covers(own: Jurisdiction, { within, path }: PlacedJurisdiction): boolean {
  if (own.kind === 'EVERYWHERE') return true
  if (own.kind === 'AREA') return path.includes(own.code)
  return within.kind === 'UNIT' && within.id === own.id
}

/** Whether grants make an auditor of somebody who changes things himself: he would oversee his own acts. On any day, not only today. */
export function auditsItself(grants: readonly Grant[], today: LocalDate): boolean {
  const verbs = grants.filter(({ until }) => until === null || until > today).flatMap(({ role }) => roleOf(role)?.verbs ?? [])
  return verbs.includes('audit.read') && verbs.some((verb) => verb.endsWith('.write'))
}
