import type { GrantInput, GrantLineFragment, Jurisdiction, RoleChoiceFragment } from '../graph.generated'
import { write } from '../session/verbs'

/** What is filled in of a grant. */
export interface GrantDraft {
  role: string | null
  /** Kind of jurisdiction; counts only where the role leaves a choice. */
  kind: Jurisdiction | null
  areaCode: string | null
  unitId: string | null
  from: string | null
  until: string | null
}

/** An empty form: it would hold from a day on, and have no end. */
export function blankGrant(from: string): GrantDraft {
  return { role: null, kind: null, areaCode: null, unitId: null, from, until: null }
}

/** The kind of jurisdiction: the only one that the role may have, else the one that was chosen. */
export function kindOf({ kind }: GrantDraft, role: RoleChoiceFragment | undefined): Jurisdiction | null {
  const [only, ...others] = role?.jurisdictions ?? []
  if (only && others.length === 0) return only
  return kind && role?.jurisdictions.includes(kind) ? kind : null
}

/** What of a grant is still missing, by the names of its fields. */
export function missingOfGrant(draft: GrantDraft, role: RoleChoiceFragment | undefined): ('role' | 'jurisdiction' | 'from')[] {
  return (['role', 'jurisdiction', 'from'] as const).filter((field) => {
    if (field !== 'jurisdiction') return !draft[field]
    const kind = kindOf(draft, role)
    return role !== undefined && (!kind || (kind === 'AREA' && !draft.areaCode) || (kind === 'UNIT' && !draft.unitId))
  })
}

/** The grant as it is sent; null while something is missing. An area or unit goes with its kind alone: what was chosen before for another is left out. */
export function grantInput(draft: GrantDraft, role: RoleChoiceFragment | undefined): GrantInput | null {
  const { from, until } = draft
  if (!role || !from || missingOfGrant(draft, role).length > 0) return null
  const kind = kindOf(draft, role)
  return {
    role: role.code,
    areaCode: kind === 'AREA' ? draft.areaCode : null,
    unitId: kind === 'UNIT' ? draft.unitId : null,
    from,
    until,
  }
}

/** The roles that somebody may give: no one grants more than he may do himself. */
export function rolesToGive<Role extends RoleChoiceFragment>(roles: readonly Role[], own: readonly string[]): Role[] {
  return roles.filter(({ verbs }) => verbs.every(({ code }) => own.includes(code)))
}

/** The roles that a seat can give, in its unit or its area: none that is for the whole city alone. */
export function rolesOfSeats<Role extends RoleChoiceFragment>(roles: readonly Role[]): Role[] {
  return roles.filter(({ jurisdictions }) => jurisdictions.some((kind) => kind !== 'EVERYWHERE'))
}

/** Whether somebody may link an account to a person, by the roles that he may give: whose seats may give more at any time is for who lets others in everywhere. */
export function mayLinkPersons(roles: readonly RoleChoiceFragment[]): boolean {
  return roles.some(
    ({ jurisdictions, verbs }) =>
      jurisdictions.every((kind) => kind === 'EVERYWHERE') && verbs.some(({ code }) => code === write('accounts')),
  )
}

/** What a role lets do, apart: what it lets change, and what it lets only see. */
export function sortedVerbs({ verbs }: Pick<RoleChoiceFragment, 'verbs'>): { doing: string[]; seeing: string[] } {
  const isSeeing = ({ code }: { code: string }) => !code.endsWith('.write')
  const names = (chosen: typeof verbs) => chosen.map(({ name }) => name)
  return { doing: names(verbs.filter((verb) => !isSeeing(verb))), seeing: names(verbs.filter(isSeeing)) }
}

/** Where a grant stands on a day. */
type GrantState = 'HOLDS' | 'TO_COME' | 'ENDED'

/** Whether a grant holds on the day looked at, is to come, or is over. One that was ended before its first day never comes. */
export function stateOf({ holds, from, until }: Pick<GrantLineFragment, 'holds' | 'from' | 'until'>, day: string): GrantState {
  if (holds) return 'HOLDS'
  return from > day && (until === null || until > from) ? 'TO_COME' : 'ENDED'
}

/** Whether there is something left of a grant to end, whatever day is looked at. */
export function isOpen({ from, until }: Pick<GrantLineFragment, 'from' | 'until'>, today: string): boolean {
  return until === null || (until > today && until > from)
}
