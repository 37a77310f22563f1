import type { WhereInput, WhyPageQuery } from '../graph.generated'

/** Kinds of places that can be asked about, in the order of the form. */
export const kinds = ['CITY', 'AREA', 'UNIT', 'PERSON'] as const

/** One of them. */
export type PlaceKind = (typeof kinds)[number]

/** The kind that the address says; the whole city where it says none. */
export function kindIn(said: string | undefined): PlaceKind {
  return kinds.find((kind) => kind === said) ?? 'CITY'
}

/** What is asked about; null: it is not chosen yet. */
export function placeOf(kind: PlaceKind, id: string | undefined): WhereInput | null {
  if (kind === 'CITY') return {}
  if (!id) return null
  if (kind === 'AREA') return { areaCode: id }
  return kind === 'UNIT' ? { unitId: id } : { personId: id }
}

/** All that can be done, each once, in the order of the catalogue of roles. */
export function verbsOf({ roles }: Pick<WhyPageQuery, 'roles'>): { value: string; name: string }[] {
  const named = new Map(roles.flatMap(({ verbs }) => verbs.map(({ code, name }) => [code, name] as const)))
  return [...named].map(([value, name]) => ({ value, name }))
}
