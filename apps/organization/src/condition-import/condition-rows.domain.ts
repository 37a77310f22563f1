import type { LocalDate } from '@sizhang/contracts'
import {
  conditionKindOf,
  conditionKinds,
  conditionSourceOf,
  conditionSources,
  type ConditionKind,
} from '../conditions/condition-kinds.domain'
import type { Note } from '../conditions/conditions.domain'
import { Cells, codesByName, type WrittenRow } from '../list-import/cells.domain'
import { valueIn, writtenValue } from './condition-values.domain'

/** The columns of a file of conditions. */
export const CONDITION_COLUMNS = ['unit', 'kind', 'value', 'from', 'source', 'evidence_title', 'evidence_number'] as const
export type ConditionColumn = (typeof CONDITION_COLUMNS)[number]

/** A row of a file of conditions, as it stands there. */
export type ConditionRow = WrittenRow<ConditionColumn>

/** What a row says, as far as it could be read. The unit is still as it was written; null: it could not be read. */
export interface ReadCondition {
  line: number
  unit: string
  kind: ConditionKind | null
  value: number | null
  from: LocalDate | null
  source: string | null
  evidenceTitle: string | null
  evidenceNumber: string | null
  cells: Cells<ConditionColumn>
}

const named = ({ code, zh, en }: { code: string; zh: string; en: string }) => ({ code, names: [zh, en] })
const KINDS = codesByName(conditionKinds.map(named))
const SOURCES = codesByName(conditionSources.map(named))

/** Reads the cells of a row; each that cannot be read is a problem of its own. */
export function readConditionRow(row: ConditionRow): ReadCondition {
  const cells = new Cells(row)
  const known = (
    column: 'kind' | 'source',
    codes: ReadonlyMap<string, string>,
    refusal: 'CONDITION_KIND_UNKNOWN' | 'CONDITION_SOURCE_UNKNOWN',
  ) => cells.needed(column) && cells.known(column, codes, refusal)
  const code = known('kind', KINDS, 'CONDITION_KIND_UNKNOWN')
  const kind = code === null ? null : conditionKindOf(code)
  const written = cells.needed('value')
  const value = kind && written !== null ? valueIn(written, kind) : null
  if (kind && written !== null && value === null) cells.refuse('value', 'CONDITION_VALUE_UNREADABLE')
  return {
    line: row.line,
    unit: cells.text('unit'),
    kind,
    value,
    from: cells.day('from'),
    source: known('source', SOURCES, 'CONDITION_SOURCE_UNKNOWN'),
    evidenceTitle: cells.needed('evidence_title'),
    evidenceNumber: cells.text('evidence_number') || null,
    cells,
  }
}

/** A note as a file writes it: in Chinese by the names of kinds and evidence, else by their codes. */
export function rowOfNote(unit: string, kind: ConditionKind, note: Note, language: 'zh' | 'en'): Omit<ConditionRow, 'line'> {
  const { value, from, source, evidence } = note
  return {
    unit,
    kind: language === 'zh' ? kind.zh : kind.code,
    value: writtenValue(value, kind, language),
    from,
    source: language === 'zh' ? (conditionSourceOf(source)?.zh ?? source) : source,
    evidence_title: evidence.title,
    evidence_number: evidence.number ?? '',
  }
}
