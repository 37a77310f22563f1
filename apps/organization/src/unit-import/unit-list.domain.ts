import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { problemOf, Rejected, type RowProblem } from '@sizhang/service-kit/rules'
import { byColumn, type CheckedRows } from '../list-import/checked-rows.domain'
import { NamedUnits, type NamedUnit } from '../list-import/named-units.domain'
import { isFormula } from '../list-import/cells.domain'
import { namesOf } from '../renamings/renamings.domain'
import { decideRow, type DecidedRow, type KnownArea } from './row-decision.domain'
import { readUnitRow, UNIT_COLUMNS, type ReadRow, type UnitRow } from './unit-rows.domain'

/** What a list has to be checked against: only what the caller may see. */
export interface UnitsKnown {
  /** The units that bear or bore a name of the file, and those that it names by their ids. */
  units: readonly NamedUnit[]
  area: (code: AreaCode, on: LocalDate) => KnownArea | undefined
  /** Whether the caller may establish units there. */
  mayEstablish: (path: readonly AreaCode[]) => boolean
  today: LocalDate
}

/** A unit that is new, decided as `establishUnit` decides it. */
export interface FreshUnit extends DecidedRow {
  line: number
  /** The units above and that hosts it, as they were written. */
  written: Pick<ReadRow, 'parent' | 'host'>
  unitId: string
}

/** What makes two rows the same unit. */
function keyOf(name: string, type: string, areaCode: AreaCode | null, from: LocalDate): string {
  return JSON.stringify([name, type, areaCode ?? '', from])
}

/**
 * Checks a whole list, row by row: a row may stand under the unit of an earlier one. Units that are there already, by name, type, area and first
 * day, stay as they are.
 */
export class UnitList {
  readonly checked: CheckedRows<FreshUnit> = { fresh: [], unchanged: 0, problems: [] }
  private readonly there = new Set<string>()
  private readonly lines = new Map<string, number>()
  private readonly units: NamedUnits
  /** Names of rows with a problem: what stands under them is not refused for that. */
  private readonly wrong = new Set<string>()

  /** @param idOf the id of a new unit, by what it is and what it stands under: the same row always gives the same id */
  constructor(
    private readonly known: UnitsKnown,
    private readonly idOf: (key: string) => string,
  ) {
    this.units = new NamedUnits(known.units)
    for (const unit of known.units)
      for (const { name } of namesOf(unit)) this.there.add(keyOf(name, unit.unitType, unit.areaCode, unit.from))
  }

  take(written: UnitRow): void {
    const row = readUnitRow(written)
    const key = row.type && row.from && keyOf(row.name, row.type, row.areaCode, row.from)
    if (key && row.problems.length === 0 && this.there.has(key)) {
      this.checked.unchanged += 1
      return
    }
    const problems = [...row.problems]
    if (isFormula(row.name)) problems.push(problemOf(row.line, new Rejected('CELL_IS_FORMULA', { field: 'name', value: row.name })))
    const other = key ? this.lines.get(key) : undefined
    if (other) problems.push(problemOf(row.line, new Rejected('UNIT_ROW_TWICE', { field: 'name', value: row.name, other })))
    else if (key) this.lines.set(key, row.line)
    const { refusals, decided } = this.decide(row)
    const named = new Set(problems.map(({ refusal }) => refusal.details.field))
    for (const refusal of refusals) if (!named.has(refusal.details.field)) problems.push(problemOf(row.line, refusal))
    if (problems.length === 0 && decided) this.keep(row, decided)
    else this.refuse(row, problems)
  }

  private decide(row: ReadRow) {
    const refusals: Rejected[] = []
    const find = (column: 'parent' | 'host') => {
      const found = row[column] === '' ? null : this.find(column, row[column], row.from)
      if (!(found instanceof Rejected)) return found
      refusals.push(found)
      return 'unknown'
    }
    const said = { parent: find('parent'), host: find('host') }
    const { refusals: further, decided } = decideRow(row, said, this.known)
    return { refusals: [...refusals, ...further], decided }
  }

  private find(column: 'parent' | 'host', value: string, on: LocalDate | null): NamedUnit | 'unknown' | Rejected {
    const found = this.units.find(column, value, on)
    if (found) return found
    return this.wrong.has(value) ? 'unknown' : new Rejected('IMPORTED_UNIT_UNKNOWN', { field: column, value })
  }

  private keep(row: ReadRow, decided: DecidedRow): void {
    const { unit } = decided
    const unitId = this.idOf(JSON.stringify([keyOf(unit.name, unit.unitType, unit.areaCode, unit.from), unit.parentId]))
    this.checked.fresh.push({ line: row.line, written: { parent: row.parent, host: row.host }, unitId, ...decided })
    this.units.add({ ...unit, _id: unitId })
  }

  private refuse({ name }: ReadRow, problems: RowProblem[]): void {
    this.checked.problems.push(...byColumn(problems, UNIT_COLUMNS))
    this.wrong.add(name)
  }
}
