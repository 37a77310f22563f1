import { Rejected } from '@sizhang/service-kit/rules'
import {
  noneYet,
  noteCondition,
  type Conditions,
  type Note,
  type NoteCondition,
  type NotingSurroundings,
} from '../conditions/conditions.domain'
import type { ConditionKind } from '../conditions/condition-kinds.domain'
import { isFormula } from '../list-import/cells.domain'
import { byColumn, everyRefusal, type CheckedRows, type RowList } from '../list-import/checked-rows.domain'
import { NamedUnits, type NamedUnit } from '../list-import/named-units.domain'
import { CONDITION_COLUMNS, readConditionRow, type ConditionColumn, type ConditionRow, type ReadCondition } from './condition-rows.domain'

/** What a list has to be checked against: only what the caller may see. */
export interface ConditionsKnown {
  /** The units that the file may mean. */
  units: readonly NamedUnit[]
  /** What was noted of them, by their ids. */
  conditions: ReadonlyMap<string, Conditions>
  /** Whether the caller may note conditions of a unit. */
  mayNote: (unit: NamedUnit) => boolean
  /** Who notes, and when. */
  noting: Omit<NotingSurroundings, 'unit'>
}

/** A note that is new, decided as `noteCondition` decides it. */
export interface FreshNote {
  line: number
  /** The unit as it was written. */
  unit: string
  unitId: string
  kind: ConditionKind
  command: NoteCondition
}

/** A note that is to be decided, and by what. */
interface Noting {
  conditions: Conditions
  command: NoteCondition
  surroundings: NotingSurroundings
}

/** The column of each field of the command. */
const COLUMNS: Partial<Record<string, ConditionColumn>> = {
  kind: 'kind',
  value: 'value',
  source: 'source',
  from: 'from',
  evidenceTitle: 'evidence_title',
  evidenceNumber: 'evidence_number',
}
/** What stands for cells that could not be read, so that the others are judged all the same. */
const PASSES = { kind: 'posts', value: 0, source: 'survey', title: '依据' }
const FEN = 100

/** Checks a whole list, row by row. What is noted already, of a unit by kind and day with the same value and evidence, stays as it is. */
export class ConditionList implements RowList<ConditionRow, FreshNote> {
  readonly checked: CheckedRows<FreshNote> = { fresh: [], unchanged: 0, problems: [] }
  private readonly units: NamedUnits
  private readonly lines = new Map<string, number>()

  /** @param idOf the id of a note, by what it says: the same row always gives the same id */
  constructor(
    private readonly known: ConditionsKnown,
    private readonly idOf: (key: string) => string,
  ) {
    this.units = new NamedUnits(known.units)
  }

  take(written: ConditionRow): void {
    const row = readConditionRow(written)
    const unit = this.unitOf(row)
    const fresh = unit && this.decide(row, unit)
    const { problems } = row.cells
    if (problems.length > 0) this.checked.problems.push(...byColumn(problems, CONDITION_COLUMNS))
    else if (fresh) this.checked.fresh.push(fresh)
    else this.checked.unchanged += 1
  }

  private unitOf({ unit: written, from, cells }: ReadCondition): NamedUnit | null {
    if (!cells.needed('unit')) return null
    const found = this.units.find('unit', written, from)
    if (found === undefined) return cells.refuse('unit', 'UNIT_UNKNOWN')
    if (found instanceof Rejected) return cells.refuse('unit', found.code, found.details)
    return found === 'unknown' ? null : found
  }

  private decide(row: ReadCondition, unit: NamedUnit): FreshNote | null {
    const { cells, kind, from, line } = row
    const conditions = this.known.conditions.get(unit._id) ?? noneYet(unit._id, unit)
    const key = JSON.stringify([unit._id, kind?.code, from])
    const other = kind && from ? this.lines.get(key) : undefined
    if (other !== undefined) cells.refuse('from', 'CONDITION_ROW_TWICE', { other })
    this.lines.set(key, other ?? line)
    const alike = conditions.notes.filter((note) => isSame(note, row))
    if (other === undefined && alike.some(({ correction }) => correction === null)) return null
    const corrected = alike.find(({ correction }) => correction !== null)
    if (corrected) cells.refuse('from', 'CONDITION_ROW_CORRECTED', { reason: corrected.correction?.reason })
    if (isFormula(row.evidenceTitle ?? '')) cells.refuse('evidence_title', 'CELL_IS_FORMULA')
    if (!this.known.mayNote(unit)) cells.refuse('unit', 'ROW_BEYOND_JURISDICTION')
    const command = this.commandOf(row, unit)
    const first: Noting = { conditions, command, surroundings: { ...this.known.noting, unit } }
    const { refusals } = everyRefusal(
      first,
      ({ conditions: known, ...noting }) => noteCondition(known, noting.command, noting.surroundings),
      asIfRight,
    )
    for (const refusal of refusals) if (other === undefined || refusal.details.field !== 'from') tell(row, refusal)
    return kind && { line, unit: row.unit, unitId: unit._id, kind, command }
  }

  private commandOf({ kind, value, from, source, evidenceTitle, evidenceNumber }: ReadCondition, unit: NamedUnit): NoteCondition {
    const said = {
      kind: kind?.code ?? PASSES.kind,
      value: value ?? PASSES.value,
      from: from ?? unit.from,
      source: source ?? PASSES.source,
      evidenceTitle: evidenceTitle ?? PASSES.title,
      evidenceNumber,
    }
    return { noteId: this.idOf(JSON.stringify([unit._id, said])), ...said }
  }
}

/** Whether a note says what a row says. */
function isSame({ kind, value, from, source, evidence }: Note, row: ReadCondition): boolean {
  const isSaid = kind === row.kind?.code && value === row.value && from === row.from && source === row.source
  return isSaid && evidence.title === row.evidenceTitle && evidence.number === row.evidenceNumber
}

/** Says a refusal at its cell, in the words of the row. */
function tell({ cells, kind, from }: ReadCondition, { code, details }: Rejected): void {
  const { field = '', value: _, ...told } = details
  // What hangs on a day that could not be read is not said before that is mended.
  if (field === 'from' && from === null) return
  const inYuan = kind?.measure === 'MONEY' && code === 'CONDITION_VALUE_INVALID'
  cells.refuse(COLUMNS[field] ?? 'unit', code, inYuan ? { max: Number(told['max']) / FEN, decimals: 2 } : told)
}

/** The attempt with what was refused put right; null: there is no way to go on. */
function asIfRight({ conditions, command, surroundings }: Noting, { code, details: { field } }: Rejected): Noting | null {
  const changed = (right: Partial<NoteCondition>) => ({ conditions, command: { ...command, ...right }, surroundings })
  switch (field) {
    case 'value':
      return changed({ value: PASSES.value })
    case 'evidenceTitle':
      return changed({ evidenceTitle: PASSES.title })
    case 'evidenceNumber':
      return changed({ evidenceNumber: null })
    case 'from':
      return code === 'UNIT_NOT_IN_FORCE'
        ? { conditions, command, surroundings: { ...surroundings, unit: { from: command.from, until: null } } }
        : { conditions: { ...conditions, notes: [] }, command, surroundings }
    default:
      return null
  }
}
