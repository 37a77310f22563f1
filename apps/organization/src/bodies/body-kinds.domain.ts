import { builtInTypeOf } from '../units/unit-types.domain'
import catalogue from './body-kinds.json'

/** 机构类别: a kind of body (domain (b)). The catalogue is data: a new kind is a new row. */
export interface BodyKind {
  code: string
  /** Years that a term of it usually runs; null: it has no terms and stands until it is ended (A1). */
  termYears: number | null
  /** The types of unit that have such bodies; null: all. */
  unitTypes: readonly string[] | null
  zh: string
  en: string
}

/** All kinds. */
export const bodyKinds: readonly BodyKind[] = catalogue

/** The kind of a code; undefined for an unknown one. */
export function bodyKindOf(code: string): BodyKind | undefined {
  return bodyKinds.find((kind) => kind.code === code)
}

/** The kinds that units of a type have. */
export function bodyKindsOf(unitType: string): BodyKind[] {
  const type = builtInTypeOf(unitType)
  return bodyKinds.filter(({ unitTypes }) => unitTypes?.includes(type) ?? true)
}

/** Whether bodies of a kind stand until they are ended, without terms: leading and working groups (A1). An unknown kind has terms. */
export function isStanding(code: string): boolean {
  return bodyKindOf(code)?.termYears === null
}
