import type { Level } from '@sizhang/contracts'
import catalogue from './unit-types.json'

/** 组织类型: a type of unit. The catalogue is data (domain (b)): a new type is a new row. */
export interface UnitType {
  code: string
  /** The level whose areas it covers; null: it covers no area. */
  serves: Level | null
  /** Types of unit that it may stand under. */
  allowedParents: string[]
  /** Whether a unit of it covers employers (N2.3d); absent: no. */
  coversEmployers?: boolean
  /** The kind of body that it usually has. */
  bodyKind: string
  zh: string
  en: string
}

/** All types, in the order of the levels. */
export const unitTypes = catalogue as readonly UnitType[]

const byCode = new Map(unitTypes.map((type) => [type.code, type]))

/** The type of a code; undefined for an unknown one. */
export function unitTypeOf(code: string): UnitType | undefined {
  return byCode.get(code)
}
