import type { FormationMode, LocalDate } from '@sizhang/contracts'
import type { RowProblem } from '@sizhang/service-kit/rules'
import { Cells, codesByName, MODE_NAMES, MODES, type WrittenRow } from '../list-import/cells.domain'
import { parentOn } from '../moves/moves.domain'
import { nameOn } from '../renamings/renamings.domain'
import { unitTypeOf, unitTypes } from '../units/unit-types.domain'
import { coversOn, type Unit } from '../units/units.domain'

/** The columns of a file of units. */
export const UNIT_COLUMNS = ['name', 'type', 'area', 'also_covers', 'parent', 'mode', 'host', 'from'] as const
export type UnitColumn = (typeof UNIT_COLUMNS)[number]

/** A row of a file of units, as it stands there. */
export type UnitRow = WrittenRow<UnitColumn>

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

const BETWEEN_CODES = /[、;,\s]+/
let types: ReadonlyMap<string, string> | undefined
/** Made for the first row: packs add to the catalogue when the service starts. */
const typesByName = () => (types ??= codesByName(unitTypes().map(({ code, zh, en }) => ({ code, names: [zh, en] }))))

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
  const cells = new Cells(row)
  const type = cells.known('type', typesByName(), 'UNIT_TYPE_UNKNOWN')
  const areaCode = row.area === '' ? null : cells.areaCode('area')
  const alsoCovers = row.also_covers.normalize('NFKC').split(BETWEEN_CODES).filter(Boolean)
  return {
    line: row.line,
    name: cells.text('name'),
    type,
    areaCode,
    alsoCovers: alsoCovers.flatMap((code) => cells.areaCode('also_covers', code) ?? []),
    parent: cells.text('parent'),
    mode: row.mode === '' ? 'OWN' : (cells.known('mode', MODES, 'UNIT_MODE_UNKNOWN') ?? modeBy(row)),
    host: cells.text('host'),
    from: cells.day('from'),
    problems: cells.problems,
  }
}

/** What a mode that cannot be read may have been, by the other cells: so that these are not refused for it. */
function modeBy({ host, also_covers: alsoCovers }: UnitRow): FormationMode {
  if (host !== '') return 'HOSTED'
  return alsoCovers === '' ? 'OWN' : 'JOINT_BY_AREA'
}
