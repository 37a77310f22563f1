import { nextDay } from '../date/days'
import type { DelegateInput, DelegatePageQuery, DelegationReason } from '../graph.generated'

/** A grant of the reader's own that can be delegated. */
export type OwnGrant = DelegatePageQuery['myDelegations']['own'][number]

/** What is filled in of a delegation. */
export interface DelegationDraft {
  to: string
  /** Which of the reader's own grants. */
  grantId: string | null
  /** A part of its area; null: all of it. */
  areaCode: string | null
  from: string | null
  until: string | null
  reason: DelegationReason | null
}

/** Reasons in the order of the form. */
export const reasons: readonly DelegationReason[] = ['AWAY', 'HANDOVER', 'WORKLOAD']

/** A delegation lasts at most so many days. */
export const MOST_DAYS = 90

/** An empty form: it would begin on a day. */
export function blankDelegation(from: string): DelegationDraft {
  return { to: '', grantId: null, areaCode: null, from, until: null, reason: null }
}

/** What of a delegation is still missing, by the names of its fields. */
export function missingOfDelegation(draft: DelegationDraft, own: readonly OwnGrant[]): ('to' | 'grant' | 'from' | 'until' | 'reason')[] {
  const has = {
    to: draft.to.trim() !== '',
    grant: own.some(({ id }) => id === draft.grantId),
    from: draft.from !== null,
    until: draft.until !== null,
    reason: draft.reason !== null,
  }
  return (['to', 'grant', 'from', 'until', 'reason'] as const).filter((field) => !has[field])
}

/** Whether a part of the grant's jurisdiction can be chosen: where its role is one for areas, and it holds in one or everywhere. */
export function canBePart({ jurisdiction, role }: OwnGrant): boolean {
  return jurisdiction !== 'UNIT' && role.jurisdictions.includes('AREA')
}

/** The delegation as it is sent; null while something is missing. */
export function delegationInput(draft: DelegationDraft, own: readonly OwnGrant[]): DelegateInput | null {
  const grant = own.find(({ id }) => id === draft.grantId)
  const { from, until, reason } = draft
  if (!grant || !from || !until || !reason || missingOfDelegation(draft, own).length > 0) return null
  const areaCode = (canBePart(grant) ? draft.areaCode : null) ?? grant.area?.code ?? null
  return { to: draft.to.trim(), role: grant.role.code, areaCode, unitId: grant.unit?.id ?? null, from, until, reason }
}

/** The first day on which a delegation that begins on a day cannot end any more: it lasts no longer than 90 days, and than the grant itself. */
export function tooLate(from: string, grant: Pick<OwnGrant, 'until'> | undefined): string {
  const latest = Array.from({ length: MOST_DAYS }).reduce<string>((day) => nextDay(day), from)
  return nextDay(grant?.until && grant.until < latest ? grant.until : latest)
}
