import { Rejected } from '@sizhang/service-kit/rules'
import kinds from './condition-kinds.json'
import sources from './condition-sources.json'

/** 四缺: posts, funds, premises, staff (N3.2). */
type Lack = 'POSTS' | 'FUNDS' | 'PREMISES' | 'STAFF'

/** 条件类别: what is noted of units. The catalogue is data: a new kind is a new row. */
export interface ConditionKind {
  code: string
  /** Whole numbers, fen, square metres to two decimals, or yes (1) and no (0). */
  measure: 'COUNT' | 'MONEY' | 'AREA' | 'YES_NO'
  /** Code of the unit of measurement, as facts have it. */
  unit: string
  max: number
  /** It is true to the end of the year alone, as a budget is; absent: until another is noted. */
  yearly?: boolean
  /** Which of the four lacks it proves; absent: none. */
  lack?: Lack
  /** It is lacking where the value is less. */
  lackingBelow?: number
  zh: string
  en: string
}

/** What a note rests on: survey, budget paper, visit … */
export interface ConditionSource {
  code: string
  zh: string
  en: string
}

/** All kinds, in the order in which they are read out. */
export const conditionKinds = kinds as readonly ConditionKind[]

/** All sources. */
export const conditionSources: readonly ConditionSource[] = sources

/** The kind of a code. Refused when there is none. */
export function conditionKindOf(code: string): ConditionKind {
  const kind = conditionKinds.find((known) => known.code === code)
  if (!kind) throw new Rejected('CONDITION_KIND_UNKNOWN', { field: 'kind', value: code })
  return kind
}

/** The source of a code; undefined for an unknown one. */
export function conditionSourceOf(code: string): ConditionSource | undefined {
  return conditionSources.find((known) => known.code === code)
}

/** Whether a value proves the kind's lack; null: it has none. */
export function provesLack({ lack, lackingBelow = 0 }: ConditionKind, value: number): boolean | null {
  return lack ? value < lackingBelow : null
}

/** Refuses a value that is none of the kind's: negative, too large, or with more decimals than it is measured in. */
export function checkValue({ measure, max }: ConditionKind, value: number): void {
  const parts = measure === 'AREA' ? 100 : 1
  const fits = value >= 0 && value <= max && Math.abs(Math.round(value * parts) - value * parts) < 1e-6
  if (!fits) throw new Rejected('CONDITION_VALUE_INVALID', { field: 'value', value, max, decimals: measure === 'AREA' ? 2 : 0 })
}
