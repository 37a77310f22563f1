import type { AreaCode, LocalDate } from '@sizhang/contracts'
import { Rejected } from '@sizhang/service-kit/rules'
import { everyRefusal } from '../list-import/checked-rows.domain'
import type { NamedUnit } from '../list-import/named-units.domain'
import { unitTypeOf } from '../units/unit-types.domain'
import { establishUnit, type EstablishUnit, type Unit, type UnitSurroundings } from '../units/units.domain'
import type { ReadRow, UnitColumn } from './unit-rows.domain'

/** An area as the rules need it. */
export type KnownArea = UnitSurroundings['areas'] extends ReadonlyMap<AreaCode, infer Area> ? Area : never

/** What a row names: nothing, a unit, or one that is not known here, be it refused already or in a row that was. */
type Meant = NamedUnit | 'unknown' | null

/** A row without a problem. */
export interface DecidedRow {
  command: Omit<EstablishUnit, 'unitId'>
  unit: Unit
}

/** What rows are decided by. */
export interface RowRules {
  area: (code: AreaCode, on: LocalDate) => KnownArea | undefined
  mayEstablish: (path: readonly AreaCode[]) => boolean
  /** Stands for a day that could not be read. */
  today: LocalDate
}

/** An attempt at a row, and what of it was only taken for right. */
interface Attempt {
  command: EstablishUnit
  surroundings: UnitSurroundings
  isPlaceKnown: boolean
}

/** The column of each field of the command. */
const COLUMNS: Partial<Record<string, UnitColumn>> = {
  name: 'name',
  type: 'type',
  areaCode: 'area',
  alsoCovers: 'also_covers',
  parentId: 'parent',
  mode: 'mode',
  hostId: 'host',
  from: 'from',
}
/** A type that covers no level: stands for one that could not be read. */
const ANY_TYPE = 'SOCIETY'
/** What says nothing where the type, or the day, could not be read. */
const BY_TYPE = ['PARENT_TYPE_NOT_ALLOWED']
const BY_DAY = ['PARENT_NOT_IN_FORCE', 'PARENT_ENDS_BEFORE', 'HOST_NOT_IN_FORCE', 'AREA_NOT_IN_FORCE']
const NAME_THAT_PASSES = '组织'
/** Stands for an area that was refused; no area has it. */
const NO_AREA = '000000'
/** The id follows from the decision. */
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** Decides a row by `establishUnit`, and names every cell that it would refuse. */
export function decideRow(
  row: ReadRow,
  said: { parent: Meant; host: Meant },
  rules: RowRules,
): { refusals: Rejected[]; decided: DecidedRow | null } {
  const decide = (attempt: Attempt) => ({ ...attempt, unit: establishUnit(attempt.command, attempt.surroundings).state })
  const { refusals, decided } = everyRefusal(firstAttempt(row, said, rules), decide, asIfRight)
  const isSaid = ({ code }: Rejected) => !(row.type === null && BY_TYPE.includes(code)) && !(row.from === null && BY_DAY.includes(code))
  const told = refusals.filter(isSaid).map((refusal) => asOfRow(refusal, row))
  if (!decided) return { refusals: told, decided: null }
  const { command, surroundings, isPlaceKnown, unit } = decided
  if (isPlaceKnown) told.push(...beyondJurisdiction(row, unit, surroundings, rules))
  const { unitId: _, ...kept } = command
  return { refusals: told, decided: { command: kept, unit } }
}

function firstAttempt(row: ReadRow, { parent, host }: { parent: Meant; host: Meant }, { area, today }: RowRules): Attempt {
  const from = row.from ?? today
  const areas = new Map<AreaCode, KnownArea>()
  for (const code of [...(row.areaCode ? [row.areaCode] : []), ...row.alsoCovers]) {
    const known = area(code, from)
    if (known) areas.set(code, known)
  }
  const idOf = (unit: Meant) => (unit === 'unknown' ? null : (unit?._id ?? null))
  const isHostUnknown = host === 'unknown'
  return {
    command: {
      unitId: NO_ID,
      name: row.name,
      type: row.type ?? ANY_TYPE,
      areaCode: row.areaCode,
      alsoCovers: row.alsoCovers,
      parentId: idOf(parent),
      // Without its host, which was refused already or is yet to come, nothing is missing.
      mode: isHostUnknown && row.mode === 'HOSTED' ? 'OWN' : row.mode,
      hostId: idOf(host),
      from,
    },
    surroundings: { areas, parent: parent === 'unknown' ? null : parent, host: host === 'unknown' ? null : host },
    isPlaceKnown: row.type !== null && parent !== 'unknown',
  }
}

/** The attempt with what was refused put right; null: there is no way to go on. */
function asIfRight({ command, surroundings, ...attempt }: Attempt, { code, details: { field, value } }: Rejected): Attempt | null {
  const changed = (right: Partial<EstablishUnit>, areas = surroundings.areas, isPlaceKnown = attempt.isPlaceKnown) => ({
    command: { ...command, ...right },
    surroundings: { ...surroundings, areas },
    isPlaceKnown,
  })
  switch (field) {
    case 'name':
      return changed({ name: NAME_THAT_PASSES })
    case 'hostId':
      return changed({ hostId: null, mode: code === 'HOST_NOT_EXPECTED' ? command.mode : 'OWN' })
    case 'from':
    case 'parentId':
      return changed({ parentId: null }, surroundings.areas, false)
    case 'areaCode': {
      const right = { level: unitTypeOf(command.type)?.serves ?? 'CITY', from: null, placeholder: false, path: [NO_AREA] }
      return changed({ areaCode: NO_AREA }, new Map([...surroundings.areas, [NO_AREA, right]]), false)
    }
    case 'alsoCovers': {
      const isOne = code !== 'JOINT_ONLY_BY_AREA'
      return changed({ alsoCovers: isOne ? (command.alsoCovers ?? []).filter((each) => each !== value) : [] })
    }
    default:
      return null
  }
}

/** A refusal with the column and the words of the row: nobody wrote the ids that the command has. */
function asOfRow({ code, details }: Rejected, row: ReadRow): Rejected {
  const { field = '' } = details
  const column = COLUMNS[field] ?? 'name'
  const written = column === 'parent' || column === 'host' ? row[column] : details.value
  return new Rejected(code, { ...details, field: column, value: written ?? '' })
}

/** Where the unit would lie, and what it would cover: as the mutation asks it. */
function beyondJurisdiction(row: ReadRow, unit: Unit, { areas }: UnitSurroundings, { mayEstablish }: RowRules): Rejected[] {
  const refused: Rejected[] = []
  if (!mayEstablish(unit.path)) {
    const field = row.areaCode || row.parent === '' ? 'area' : 'parent'
    refused.push(new Rejected('ROW_BEYOND_JURISDICTION', { field, value: row.areaCode ?? row.parent }))
  }
  const beyond = [...areas].find(([code, { path }]) => code !== unit.areaCode && !mayEstablish(path))
  if (beyond) refused.push(new Rejected('ROW_BEYOND_JURISDICTION', { field: 'also_covers', value: beyond[0] }))
  return refused
}
