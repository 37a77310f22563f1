import { CombinedGraphQLErrors } from '@apollo/client/errors'

/** A refusal as the catalogue words it, in the reader's language. */
export interface Refusal {
  code: string
  message: string
  /** Path of the field in the input, such as `seats.0.title`; null: the whole command. */
  field: string | null
  value: unknown
  /** The clause or rule in words. */
  rule: string | null
  /** The way out. */
  hint: string | null
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The refusal in an error of the graph, or null where it is none of ours (no network, a fault). */
export function refusalOf(error: unknown): Refusal | null {
  if (!CombinedGraphQLErrors.is(error)) return null
  const [first] = error.errors
  if (!first || !text(first.extensions?.code)) return null
  const { code, field, value, rule, hint } = first.extensions ?? {}
  return { code: String(code), message: first.message, field: fieldName(field), value, rule: text(rule), hint: text(hint) }
}

/** Whether a refusal concerns a field of the form; `seats` also covers `seats.0.title`. */
export function concerns(refusal: Refusal | null, field: string): boolean {
  return refusal?.field === field || Boolean(refusal?.field?.startsWith(`${field}.`))
}

function fieldName(field: unknown): string | null {
  return text(Array.isArray(field) ? field.join('.') : field)?.replace(/^input\./, '') ?? null
}
