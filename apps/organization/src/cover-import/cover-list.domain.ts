import { NO_END } from '@sizhang/contracts'
import { Rejected } from '@sizhang/service-kit/rules'
import { coverEmployer, type CoverEmployer } from '../covered-employers/covered-employers.domain'
import type { Employer, RegisterEmployer } from '../employers/employers.domain'
import { byColumn, everyRefusal, type CheckedRows, type RowList } from '../list-import/checked-rows.domain'
import { NamedUnits, type NamedUnit } from '../list-import/named-units.domain'
import { unitTypes } from '../units/unit-types.domain'
import { COVER_COLUMNS, readCoverRow, type CoverColumn, type CoverRow, type ReadCover } from './cover-rows.domain'
import { NamedEmployers, type EmployerRules, type MeantEmployer } from './named-employers.domain'

/** What a list has to be checked against: only what the caller may see. */
export interface CoversKnown extends EmployerRules {
  /** The units that the file may mean. */
  units: readonly NamedUnit[]
  /** What units that cover employers of the file are called, by their ids. */
  covering: ReadonlyMap<string, string>
  /** The codes of kinds of employers, by all their names. */
  kinds: ReadonlyMap<string, string>
  /** Whether the caller may let a unit cover employers. */
  mayCover: (unit: NamedUnit) => boolean
}

/** A cover that is new, decided as `coverEmployers` decides it. */
export interface FreshCover {
  line: number
  /** The unit as it was written. */
  unit: string
  employer: Employer
  command: CoverEmployer
  /** What registers the employer; absent: it is known, or an earlier row registers it. */
  register?: RegisterEmployer
}

/** A cover that is to be decided, and by what. */
interface Covering {
  employer: Employer
  command: CoverEmployer
  unit: NamedUnit
}

/** The column of each field of the command. */
const COLUMNS: Partial<Record<string, CoverColumn>> = { unitId: 'unit', employerIds: 'employer', from: 'from', until: 'until' }
const COVERING_TYPE = unitTypes().find(({ coversEmployers }) => coversEmployers)?.code ?? ''
const REASON_THAT_PASSES = '终止'
/** Stands for an employer that cannot be said, so that the row's other cells are judged all the same. */
const NOBODY: Employer = { name: '', kind: 'nobody', level: 'TOWN', areaCode: '000000', path: ['000000'], from: '0001-01-01' }
const NO_ID = '00000000-0000-0000-0000-000000000000'

/**
 * Checks a whole list, row by row: an employer that is not known is registered by the first row that names it. Covers that are there already, by
 * employer, unit and first day, stay as they are.
 */
export class CoverList implements RowList<CoverRow, FreshCover> {
  readonly checked: CheckedRows<FreshCover> = { fresh: [], unchanged: 0, problems: [] }
  private readonly units: NamedUnits
  private readonly employers: NamedEmployers
  /** The rows that covers come from, by the covers' ids. */
  private readonly rows = new Map<string, ReadCover>()
  private readonly registered = new Set<string>()

  /** @param idOf the id of what a row makes, by what it says: the same row always gives the same ids */
  constructor(
    private readonly known: CoversKnown,
    private readonly idOf: (key: string) => string,
  ) {
    this.units = new NamedUnits(known.units)
    this.employers = new NamedEmployers(known, (key) => idOf(`employer ${key}`))
  }

  take(written: CoverRow): void {
    const row = readCoverRow(written, this.known.kinds)
    const unit = this.unitOf(row)
    const meant = this.employers.find(row)
    const fresh = unit && this.decide(row, unit, meant)
    const { problems } = row.cells
    if (problems.length > 0) this.checked.problems.push(...byColumn(problems, COVER_COLUMNS))
    else if (fresh) this.checked.fresh.push(fresh)
    else this.checked.unchanged += 1
  }

  private unitOf({ unit: written, from, mode, cells }: ReadCover): NamedUnit | null {
    if (!cells.needed('unit')) return null
    const found = this.units.find('unit', written, from)
    if (found === undefined) return cells.refuse('unit', 'UNIT_UNKNOWN')
    if (found instanceof Rejected) return cells.refuse('unit', found.code, found.details)
    if (found === 'unknown') return null
    if (mode !== null && mode !== found.mode)
      cells.refuse('mode', 'COVER_MODE_DIFFERS', { unit: written, registered: this.known.words.mode(found.mode) })
    return found
  }

  private decide(row: ReadCover, unit: NamedUnit, meant: MeantEmployer | null): FreshCover | null {
    const { cells, line, until, reason } = row
    const from = row.from ?? unit.from
    const there = meant?.employer.covers?.find((cover) => cover.unitId === unit._id && cover.from === row.from)
    if (there && !this.rows.has(there.id)) {
      if (until !== null && until !== there.until) cells.refuse('until', 'COVER_ENDS_OTHERWISE', { registered: there.until ?? '—' })
      return null
    }
    const employerId = meant?.id ?? NO_ID
    // A cover that was taken back is no hindrance: its employer has another version since.
    const coverId = this.idOf(JSON.stringify([employerId, unit._id, from, meant?.version ?? 0]))
    const command = { coverId, employerId, unitId: unit._id, from, ...(until === null ? {} : { ended: { on: until, reason } }) }
    const first: Covering = { employer: meant?.employer ?? NOBODY, command, unit }
    const { refusals, decided } = everyRefusal(
      first,
      (covering) => coverEmployer(covering.employer, covering.command, covering.unit),
      asIfRight,
    )
    const isEndUnsaid = (until === null && cells.text('until') !== '') || refusals.some((refusal) => refusal.details.field === 'until')
    for (const refusal of refusals) this.tell(row, refusal, meant, isEndUnsaid)
    if (!this.known.mayCover(unit)) cells.refuse('unit', 'ROW_BEYOND_JURISDICTION')
    if (meant && !meant.register && !this.known.mayChange(meant.employer)) cells.refuse('employer', 'ROW_BEYOND_JURISDICTION')
    if (refusals.length > 0 || !decided || !meant) return null
    meant.employer = decided.state
    this.rows.set(coverId, row)
    const isFirst = meant.register && !this.registered.has(employerId)
    this.registered.add(employerId)
    return { line, unit: row.unit, employer: meant.employer, command, ...(isFirst && meant.register ? { register: meant.register } : {}) }
  }

  /** Says a refusal at its cell, in the words of the row: nobody wrote the ids that the command has. */
  private tell(row: ReadCover, { code, details }: Rejected, meant: MeantEmployer | null, isEndUnsaid: boolean): void {
    const { field = '', value: _, ...said } = details
    const told = 'type' in said ? { ...said, type: this.known.words.unitType(String(said['type'])) } : said
    // What hangs on a day that could not be read, or is wrong, is not said before that is mended.
    if (row.from === null && field !== 'unitId' && field !== 'reason') return
    if (code !== 'EMPLOYER_COVERED_ALREADY') row.cells.refuse(COLUMNS[field] ?? 'reason', code, told)
    else if (!isEndUnsaid) this.tellCovered(row, told, meant)
  }

  /** One unit covers an employer on a day: which does, or which row says so. */
  private tellCovered(row: ReadCover, told: Record<string, unknown>, meant: MeantEmployer | null): void {
    const other = meant?.employer.covers?.find(({ from }) => from === told['since'])
    const otherRow = this.rows.get(other?.id ?? '')
    const unit = this.known.covering.get(other?.unitId ?? '')
    if (otherRow) row.cells.refuse('employer', 'EMPLOYER_COVERED_IN_ROW', { ...told, other: otherRow.line, unit: otherRow.unit })
    else if (unit !== undefined) row.cells.refuse('employer', 'EMPLOYER_COVERED_BY', { ...told, unit })
    else row.cells.refuse('employer', 'EMPLOYER_COVERED_ALREADY', told)
  }
}

/** The attempt with what was refused put right; null: there is no way to go on. */
function asIfRight({ employer, command, unit }: Covering, { details: { field } }: Rejected): Covering | null {
  const { ended, ...open } = command
  switch (field) {
    case 'unitId':
      return { employer, command, unit: { ...unit, unitType: COVERING_TYPE } }
    case 'from':
      return { employer, command, unit: { ...unit, from: command.from, until: null } }
    case 'until':
      return ended ? { employer, command: { ...open, ended: { ...ended, on: NO_END } }, unit: { ...unit, until: null } } : null
    case 'reason':
      return ended ? { employer, command: { ...open, ended: { ...ended, reason: REASON_THAT_PASSES } }, unit } : null
    case 'employerIds':
      return { employer: { ...employer, covers: [] }, command, unit }
    default:
      return null
  }
}
