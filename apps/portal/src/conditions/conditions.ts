import type { ConditionKindFragment, Lack, NoteLineFragment, UnitConditionsQuery } from '../graph.generated'

/** What a unit has of one kind on a day. */
export type Condition = NonNullable<NonNullable<UnitConditionsQuery['unit']>['conditions']>[number]

/** A note as it is typed; money in yuan. Empty is not filled in yet, which is not zero. */
export interface NoteDraft {
  kind: string | null
  value: number | null
  from: string | null
  source: string | null
  evidenceTitle: string
  evidenceNumber: string
}

/** What is sent of a note beside its kind. */
export interface Evidenced {
  value: number
  from: string
  source: string
  evidenceTitle: string
  evidenceNumber: string | null
}

/** What is typed, as it is sent: money in fen. Null while something is missing. */
export function evidencedOf(
  { value, from, source, evidenceTitle, evidenceNumber }: NoteDraft,
  kind: ConditionKindFragment | undefined,
): Evidenced | null {
  const title = evidenceTitle.trim()
  if (!kind || value === null || !from || !source || title === '') return null
  return {
    value: kind.measure === 'MONEY' ? Math.round(value * 100) : value,
    from,
    source,
    evidenceTitle: title,
    evidenceNumber: evidenceNumber.trim() || null,
  }
}

/** A note as a form begins with it, to be corrected. */
export function draftOf({ kind, value, from, source, evidenceTitle, evidenceNumber }: NoteLineFragment): NoteDraft {
  return {
    kind: kind.code,
    value: kind.measure === 'MONEY' ? value / 100 : value,
    from,
    source: source.code,
    evidenceTitle,
    evidenceNumber: evidenceNumber ?? '',
  }
}

/** The four lacks of a unit in numbers: which it has, and of how many nothing is known. */
export function lacksOf(conditions: readonly Condition[]): { lacking: Lack[]; unknown: number } {
  const proving = conditions.filter(({ kind }) => kind.lack !== null)
  return {
    lacking: proving.flatMap(({ kind, lacking }) => (lacking && kind.lack ? [kind.lack] : [])),
    unknown: proving.filter(({ lacking }) => lacking === null).length,
  }
}
