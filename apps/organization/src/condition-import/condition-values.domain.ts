import type { ConditionKind } from '../conditions/condition-kinds.domain'
import { plainName } from '../list-import/cells.domain'

type Measure = ConditionKind['measure']

const NUMBER = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d.,])(.*)$/
const FEN = 100
const TEN_THOUSAND_YUAN = 1_000_000
/** As people write what is counted behind the number, each with how many of the kind's own units it is. */
const MEASURED_IN: Readonly<Record<Exclude<Measure, 'YES_NO'>, Readonly<Record<string, number>>>> = {
  COUNT: { '': 1, 个: 1, 名: 1, 人: 1, 处: 1 },
  MONEY: { '': FEN, 元: FEN, 万: TEN_THOUSAND_YUAN, 万元: TEN_THOUSAND_YUAN },
  AREA: { '': 1, 平方米: 1, 平米: 1, M2: 1 },
}
const YES_OR_NO: Readonly<Record<string, number>> = { 有: 1, 是: 1, YES: 1, '1': 1, 无: 0, 没有: 0, 否: 0, NO: 0, '0': 0 }
/** A decimal that was multiplied has no more than these; what the computer adds behind them was never written. */
const DECIMALS = 4

/** A value as a file has it, as its kind is measured: money in yuan or ten thousand yuan becomes fen. Null: it is none. */
export function valueIn(text: string, { measure }: Pick<ConditionKind, 'measure'>): number | null {
  const written = plainName(text)
  if (measure === 'YES_NO') return YES_OR_NO[written] ?? null
  const [, digits = '', counted = ''] = NUMBER.exec(written) ?? []
  const factor = digits === '' ? undefined : MEASURED_IN[measure][counted]
  return factor === undefined ? null : Number((Number(digits.replaceAll(',', '')) * factor).toFixed(DECIMALS))
}

/** A value as a file writes it: money in yuan. */
export function writtenValue(value: number, { measure }: Pick<ConditionKind, 'measure'>, language: 'zh' | 'en'): string {
  if (measure === 'YES_NO') return language === 'zh' ? (value ? '有' : '无') : value ? 'yes' : 'no'
  return String(measure === 'MONEY' ? value / FEN : value)
}
