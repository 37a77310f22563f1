import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { inForce, problemOf, Rejected, type RowProblem } from '@sizhang/service-kit/rules'
import { namesOf, nameOn } from '../renamings/renamings.domain'
import type { Unit } from '../units/units.domain'
import { decideRow, type DecidedRow, type KnownArea } from './row-decision.domain'
import { isUnitId, readUnitRow, UNIT_COLUMNS, type ReadRow, type UnitRow } from './unit-rows.domain'

/** A unit with its id. */
type NamedUnit = Unit & { _id: string }

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

/** A checked list. With a problem nothing of the list may be kept. */
export interface CheckedUnits {
  fresh: FreshUnit[]
  unchanged: number
  problems: RowProblem[]
}

const MOST_CANDIDATES = 5

/** What makes two rows the same unit. */
function keyOf(name: string, type: string, areaCode: AreaCode | null, from: LocalDate): string {
  return JSON.stringify([name, type, areaCode ?? '', from])
}

/**
 * Checks a whole list, row by row: a row may stand under the unit of an earlier one. Units that are there already, by name, type, area and first
 * day, stay as they are.
 */
export class UnitList {
  readonly checked: CheckedUnits = { fresh: [], unchanged: 0, problems: [] }
  private readonly there = new Set<string>()
  private readonly lines = new Map<string, number>()
  private readonly byId = new Map<string, NamedUnit>()
  private readonly byName = new Map<string, NamedUnit[]>()
  /** Names of rows with a problem: what stands under them is not refused for that. */
  private readonly wrong = new Set<string>()

  /** @param idOf the id of a new unit, by what it is and what it stands under: the same row always gives the same id */
  constructor(
    private readonly known: UnitsKnown,
    private readonly idOf: (key: string) => string,
  ) {
    for (const unit of known.units) {
      this.add(unit)
      for (const { name } of namesOf(unit)) this.there.add(keyOf(name, unit.unitType, unit.areaCode, unit.from))
    }
  }

  take(written: UnitRow): void {
    const row = readUnitRow(written)
    const key = row.type && row.from && keyOf(row.name, row.type, row.areaCode, row.from)
    if (key && row.problems.length === 0 && this.there.has(key)) {
      this.checked.unchanged += 1
      return
    }
    const problems = [...row.problems]
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

  /** The unit that a cell means: by its id, or the one that bears the name on that day, or the only one that ever bore it. */
  private find(column: 'parent' | 'host', value: string, on: LocalDate | null): NamedUnit | 'unknown' | Rejected {
    const id = value.toLowerCase()
    const byId = this.byId.get(id)
    if (byId) return byId
    const ever = isUnitId(value) ? [] : (this.byName.get(value) ?? [])
    if (ever.length === 0) return this.wrong.has(value) ? 'unknown' : new Rejected('IMPORTED_UNIT_UNKNOWN', { field: column, value })
    if (on === null) return 'unknown'
    const then = ever.filter((unit) => inForce(unit, on) && nameOn(unit, on) === value)
    const meant = then.length > 0 ? then : ever
    return meant[0] && meant.length === 1 ? meant[0] : ambiguous(column, value, meant)
  }

  private keep(row: ReadRow, decided: DecidedRow): void {
    const { unit } = decided
    const unitId = this.idOf(JSON.stringify([keyOf(unit.name, unit.unitType, unit.areaCode, unit.from), unit.parentId]))
    this.checked.fresh.push({ line: row.line, written: { parent: row.parent, host: row.host }, unitId, ...decided })
    this.add({ ...unit, _id: unitId })
  }

  private refuse({ name }: ReadRow, problems: RowProblem[]): void {
    const place = ({ refusal }: RowProblem) => UNIT_COLUMNS.findIndex((column) => column === refusal.details.field)
    this.checked.problems.push(...problems.sort((one, other) => place(one) - place(other)))
    this.wrong.add(name)
  }

  private add(unit: NamedUnit): void {
    this.byId.set(unit._id, unit)
    for (const name of new Set(namesOf(unit).map((each) => each.name))) this.byName.set(name, [...(this.byName.get(name) ?? []), unit])
  }
}

/** The units that a name may mean, with what tells them apart. */
function ambiguous(field: string, value: string, units: readonly NamedUnit[]): Rejected {
  const candidates = units
    .slice(0, MOST_CANDIDATES)
    .map(({ _id, unitType, areaCode, from }) => ` ${[unitType, areaCode, from, _id].filter(Boolean).join(' ')}`)
  return new Rejected('UNIT_NAME_AMBIGUOUS', { field, value, count: units.length, candidates })
}
