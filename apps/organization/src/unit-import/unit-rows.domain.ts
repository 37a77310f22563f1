import type { FormationMode, LocalDate } from '@sizhang/contracts'
import { isLocalDate, problemOf, Rejected, type RowProblem } from '@sizhang/service-kit/rules'
import { refuseRounded } from '../areas/areas.domain'
import { parentOn } from '../moves/moves.domain'
import { nameOn } from '../renamings/renamings.domain'
import { unitTypeOf, unitTypes } from '../units/unit-types.domain'
import { coversOn, type Unit } from '../units/units.domain'

/** The columns of a file of units. */
export const UNIT_COLUMNS = ['name', 'type', 'area', 'also_covers', 'parent', 'mode', 'host', 'from'] as const
export type UnitColumn = (typeof UNIT_COLUMNS)[number]

/** A row of a file of units, as it stands there. */
export type UnitRow = Record<UnitColumn, string> & { line: number }

/** What a row says, as far as it could be read: the units above and that host it are still as they were written. */
export interface ReadRow {
  line: number
  name: string
  /** Null: it could not be read. */
  type: string | null
  areaCode: string | null
  alsoCovers: string[]
  parent: string
  mode: FormationMode
  host: string
  /** Null: it could not be read. */
  from: LocalDate | null
  problems: RowProblem[]
}

/** 组建方式 as a file names it. */
export const MODE_NAMES: Record<FormationMode, string> = {
  OWN: '单独组建',
  JOINT_BY_AREA: '区域联建',
  BY_INDUSTRY: '行业统建',
  HOSTED: '依托组建',
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const BETWEEN_CODES = /[、;,\s]+/
const DAY = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/
const MODES = new Map(Object.entries(MODE_NAMES).flatMap(([code, zh]) => [code, zh].map((name) => [plain(name), code as FormationMode])))

/** A unit as a file of units writes it on a day: in Chinese by the names of types and modes, else by their codes. */
export function rowOfUnit(
  unit: Unit,
  { day, name, language }: { day: LocalDate; name: (id: string | null) => string; language: 'zh' | 'en' },
): Omit<UnitRow, 'line'> {
  const further = coversOn(unit, day).filter((code) => code !== unit.areaCode)
  return {
    name: nameOn(unit, day),
    type: language === 'zh' ? (unitTypeOf(unit.unitType)?.zh ?? unit.unitType) : unit.unitType,
    area: unit.areaCode ?? '',
    also_covers: further.join('、'),
    parent: name(parentOn(unit, day)),
    mode: language === 'zh' ? MODE_NAMES[unit.mode] : unit.mode,
    host: name(unit.hostId),
    from: unit.from,
  }
}

/** Reads the cells of a row; each that cannot be read is a problem of its own. */
export function readUnitRow(row: UnitRow): ReadRow {
  const problems: RowProblem[] = []
  const refused = (refusal: Rejected) => {
    problems.push(problemOf(row.line, refusal))
    return null
  }
  const code = (column: 'area' | 'also_covers', value: string) => {
    try {
      refuseRounded(column, value)
      return value
    } catch (error) {
      if (!(error instanceof Rejected)) throw error
      return refused(error)
    }
  }
  const type = typeNamed(row.type) ?? refused(new Rejected('UNIT_TYPE_UNKNOWN', { field: 'type', value: row.type }))
  const area = row.area === '' ? '' : code('area', row.area.normalize('NFKC'))
  const written = row.also_covers.normalize('NFKC').split(BETWEEN_CODES).filter(Boolean)
  const alsoCovers = written.flatMap((each) => code('also_covers', each) ?? [])
  const mode = MODES.get(plain(row.mode || 'OWN')) ?? refused(new Rejected('UNIT_MODE_UNKNOWN', { field: 'mode', value: row.mode }))
  const day = dayIn(row.from)
  const from = day ?? refused(new Rejected('UNIT_DAY_UNREADABLE', { field: 'from', value: row.from }))
  return {
    line: row.line,
    name: row.name.normalize('NFC').trim(),
    type,
    areaCode: area || null,
    alsoCovers,
    parent: row.parent.normalize('NFC').trim(),
    mode: mode ?? modeBy(row),
    host: row.host.normalize('NFC').trim(),
    from,
    problems,
  }
}

/** Whether a cell has the form of a unit's id; else it is a name. */
export function isUnitId(text: string): boolean {
  return ID.test(text)
}

/** A day as people and spreadsheets write it: 2018-06-11, 2018/6/11, 2018年6月11日, also with the digits of a Chinese keyboard. */
export function dayIn(text: string): LocalDate | null {
  const [, year = '', month = '', day = ''] = DAY.exec(text.normalize('NFKC').trim()) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(written) ? written : null
}

/** What a mode that cannot be read may have been, by the other cells: so that these are not refused for it. */
function modeBy({ host, also_covers: alsoCovers }: UnitRow): FormationMode {
  if (host !== '') return 'HOSTED'
  return alsoCovers === '' ? 'OWN' : 'JOINT_BY_AREA'
}

/** Names are compared without a difference of width, of case or of white space. */
/** The code of a type by its code or its name in either language. */
function typeNamed(written: string): string | undefined {
  const name = plain(written)
  return unitTypes().find(({ code, zh, en }) => [code, zh, en].some((each) => plain(each) === name))?.code
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}
