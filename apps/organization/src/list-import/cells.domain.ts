import type { FormationMode, LocalDate } from '@sizhang/contracts'
import { isLocalDate, problemOf, Rejected, type RowProblem } from '@sizhang/service-kit/rules'
import { refuseRounded } from '../areas/areas.domain'

/** A row of a list, as it stands in its file. */
export type WrittenRow<Column extends string> = Record<Column, string> & { line: number }

/** 组建方式 as a file names it. */
export const MODE_NAMES: Readonly<Record<FormationMode, string>> = {
  OWN: '单独组建',
  JOINT_BY_AREA: '区域联建',
  BY_INDUSTRY: '行业统建',
  HOSTED: '依托组建',
}
export const MODES = codesByName(Object.entries(MODE_NAMES).map(([code, zh]) => ({ code: code as FormationMode, names: [zh] })))

const DAY = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/
/** A formula that was saved as its text, or what a spreadsheet shows of one that came to nothing. */
const FORMULA = /^[=＝]|^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/i

/** Reads the cells of a row one by one; each that cannot be read is a problem of its own. */
export class Cells<Column extends string> {
  readonly problems: RowProblem[] = []

  constructor(private readonly row: WrittenRow<Column>) {}

  /** Notes what is wrong with a cell. Answers null: that it could not be read. */
  refuse(column: Column, code: Rejected['code'], details: object = {}): null {
    return this.note(new Rejected(code, { field: column, value: this.row[column], ...details }))
  }

  text(column: Column): string {
    return this.row[column].normalize('NFC').trim()
  }

  /** A text that must be there: below cells that were merged there is none. */
  needed(column: Column): string | null {
    return this.text(column) || this.refuse(column, 'CELL_EMPTY')
  }

  day(column: Column): LocalDate | null {
    return dayIn(this.row[column]) ?? this.refuse(column, this.text(column) === '' ? 'CELL_EMPTY' : 'DAY_UNREADABLE')
  }

  /** The code that a catalogue has for what is written. */
  known<Code extends string>(column: Column, codes: ReadonlyMap<string, Code>, refusal: Rejected['code']): Code | null {
    return codes.get(plainName(this.row[column])) ?? this.refuse(column, refusal)
  }

  areaCode(column: Column, written = this.row[column]): string | null {
    const code = written.normalize('NFKC').trim()
    try {
      refuseRounded(column, code)
      return code
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      return this.note(error)
    }
  }

  private note(refusal: Rejected): null {
    this.problems.push(problemOf(this.row.line, refusal))
    return null
  }
}

/** A day as people and spreadsheets write it: 2018-06-11, 2018/6/11, 2018年6月11日, also with the digits of a Chinese keyboard. */
export function dayIn(text: string): LocalDate | null {
  const [, year = '', month = '', day = ''] = DAY.exec(text.normalize('NFKC').trim()) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(written) ? written : null
}

/** Names are compared without a difference of width, of case or of white space. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** The codes of a catalogue by themselves and by each of their names. */
export function codesByName<Code extends string>(
  catalogue: readonly { code: Code; names: readonly string[] }[],
): ReadonlyMap<string, Code> {
  return new Map(catalogue.flatMap(({ code, names }) => [code, ...names].map((name) => [plainName(name), code])))
}

/** Whether a text that would be kept is a formula: a clerk meant what it comes to. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text)
}
