import { levels, type FormationMode, type Level, type LocalDate } from '@sizhang/contracts'
import { isCreditCode } from '@sizhang/service-kit/rules'
import type { Cover, Employer } from '../employers/employers.domain'
import { Cells, codesByName, MODE_NAMES, MODES, type WrittenRow } from '../list-import/cells.domain'
import { unitTypeOf } from '../units/unit-types.domain'

/** The columns of a file of covered employers. */
export const COVER_COLUMNS = [
  ...(['unit', 'employer', 'credit_code', 'area', 'kind', 'level'] as const),
  ...(['mode', 'from', 'until', 'reason'] as const),
] as const
export type CoverColumn = (typeof COVER_COLUMNS)[number]

/** A row of a file of covered employers, as it stands there. */
export type CoverRow = WrittenRow<CoverColumn>

/** What a row says, as far as it could be read. The unit is still as it was written; null: nothing is said, or it could not be read. */
export interface ReadCover {
  line: number
  unit: string
  employer: string
  creditCode: string | null
  areaCode: string | null
  kind: string | null
  level: Level | null
  mode: FormationMode | null
  from: LocalDate | null
  until: LocalDate | null
  reason: string
  cells: Cells<CoverColumn>
}

/** 层级 as a file names it. */
const LEVEL_NAMES: Readonly<Record<Level, string>> = { CITY: '市级', COUNTY: '县级', TOWN: '乡级', VILLAGE: '村级' }
const SAID_OF_LEVELS: Readonly<Record<Level, readonly string[]>> = {
  CITY: ['市'],
  COUNTY: ['县', '县（市、区）', '区县级', '区级'],
  TOWN: ['街道乡镇', '乡镇级', '乡镇（街道）'],
  VILLAGE: ['村社区', '村（社区）'],
}
const LEVELS = codesByName(levels.map((code) => ({ code, names: [LEVEL_NAMES[code], ...SAID_OF_LEVELS[code]] })))

/** Reads the cells of a row; each that cannot be read is a problem of its own. */
export function readCoverRow(row: CoverRow, kinds: ReadonlyMap<string, string>): ReadCover {
  const cells = new Cells(row)
  const given = <Read>(column: CoverColumn, read: () => Read | null) => (cells.text(column) === '' ? null : read())
  const reason = cells.text('reason')
  const until = given('until', () => cells.day('until'))
  if (reason !== '' && cells.text('until') === '') cells.refuse('until', 'CELL_EMPTY')
  return {
    line: row.line,
    unit: cells.text('unit'),
    employer: cells.text('employer'),
    creditCode: given('credit_code', () => creditCodeIn(cells)),
    areaCode: given('area', () => cells.areaCode('area')),
    kind: given('kind', () => cells.known('kind', kinds, 'EMPLOYER_KIND_UNKNOWN')),
    level: given('level', () => cells.known('level', LEVELS, 'EMPLOYER_LEVEL_UNKNOWN')),
    mode: given('mode', () => cells.known('mode', MODES, 'UNIT_MODE_UNKNOWN')),
    from: cells.day('from'),
    until,
    reason,
    cells,
  }
}

/** A credit code as people copy it: in small letters, with full-width signs or in groups. */
function creditCodeIn(cells: Cells<CoverColumn>): string | null {
  const code = cells.text('credit_code').normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return isCreditCode(code) ? code : cells.refuse('credit_code', 'CREDIT_CODE_INVALID')
}

/** The names of codes in the reader's language. */
export interface CoverWords {
  unitType: (code: string) => string
  kind: (code: string) => string
  level: (level: Level) => string
  mode: (mode: FormationMode) => string
}

/** The names as files in a language have them: of kinds, as the packs say. */
export function coverWords(language: 'zh' | 'en', kind: (code: string) => string): CoverWords {
  const isChinese = language === 'zh'
  return {
    unitType: (code) => unitTypeOf(code)?.[language] ?? code,
    kind: (code) => (isChinese ? kind(code) : code),
    level: (level) => (isChinese ? LEVEL_NAMES[level] : level),
    mode: (mode) => (isChinese ? MODE_NAMES[mode] : mode),
  }
}

/** A cover as a file writes it, under a unit by its name or id. */
export function rowOfCover(unit: string, employer: Employer, cover: Cover, words: CoverWords): Omit<CoverRow, 'line'> {
  return {
    unit,
    employer: employer.name,
    credit_code: employer.creditCode ?? '',
    area: employer.areaCode,
    kind: words.kind(employer.kind),
    level: words.level(employer.level),
    mode: words.mode(cover.mode),
    from: cover.from,
    until: cover.until ?? '',
    reason: cover.endReason ?? '',
  }
}
