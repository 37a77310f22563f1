import type { GuardianInput, GuardianRelation } from '../graph.generated'

/** What is filled in of a child under fourteen: the birth date, and the guardian who agreed. */
export interface ChildDraft {
  isChild: boolean
  birthDate: string | null
  name: string
  phone: string
  relation: GuardianRelation | null
  /** Day of the guardian's signature. */
  on: string | null
}

/** Nobody is taken for a child before somebody says so. */
export const noChild: ChildDraft = { isChild: false, birthDate: null, name: '', phone: '', relation: null, on: null }

/** Who agreed, as what to the child, and when: in words. */
export function consentOf(
  { name, relation, consentedOn: on }: Agreed,
  text: (key: string, values?: Record<string, string>) => string,
): string {
  return text('minors.consented', { name, relation: text(`minors.relation.${relation}`), on })
}

interface Agreed {
  name: string
  relation: GuardianRelation
  consentedOn: string
}

/** The guardian as sent; null: none, as it is no child; undefined: something is missing. */
export function guardianInput({ isChild, name, phone, relation, on }: ChildDraft, textVersion: number): GuardianInput | null | undefined {
  if (!isChild) return null
  if (name.trim() === '' || phone.trim() === '' || !relation || !on) return undefined
  return { name: name.trim(), phone: phone.trim(), relation, textVersion, on }
}
