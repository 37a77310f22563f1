import { ConditionCorrected, ConditionNoted, type AreaCode, type Fact, type Level, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'
import { unitTypeOf } from '../units/unit-types.domain'
import type { Unit } from '../units/units.domain'
import { checkValue, conditionKindOf, conditionKinds, conditionSourceOf, provesLack, type ConditionKind } from './condition-kinds.domain'

/** 登记: what a unit has from a day on, by which evidence. It is never changed; at most it turns out not to be true. */
export interface Note extends Interval {
  id: string
  kind: string
  value: number
  source: string
  /** Title of the paper that it rests on, and its number; null: it has none. */
  evidence: { title: string; number: string | null }
  notedAt: Date
  /** Account. */
  notedBy: string
  /** Null: it is held to be true. */
  correction: Correction | null
}

/** 更正: that a note is not true, and why; `insteadId` is the note of what is true, null where that is not known. */
interface Correction {
  reason: string
  at: Date
  by: string
  insteadId: string | null
}

/** 条件: all that was ever noted of one unit. */
export interface Conditions {
  unitId: string
  unitType: string
  serves: Level | null
  areaCode: AreaCode | null
  path: AreaCode[]
  notes: Note[]
}

/** The conditions of a unit before the first note. */
export function noneYet(unitId: string, { unitType, areaCode, path }: Pick<Unit, 'unitType' | 'areaCode' | 'path'>): Conditions {
  return { unitId, unitType, serves: unitTypeOf(unitType)?.serves ?? null, areaCode, path, notes: [] }
}

/** What is noted, and by which evidence. */
interface Evidenced {
  value: number
  from: LocalDate
  source: string
  evidenceTitle: string
  evidenceNumber?: string | null | undefined
}

/** What is said of a condition of a unit. */
export interface NoteCondition extends Evidenced {
  noteId: string
  kind: string
}

/** What the decision has to know of others: when the unit is in force, who notes it, and when. */
export interface NotingSurroundings {
  unit: Interval
  by: string
  now: Date
}

/** A condition of a unit is noted from evidence (N3.2): of a kind of the catalogue, on a day on which the unit is in force, once for that day. */
export function noteCondition(conditions: Conditions, command: NoteCondition, surroundings: NotingSurroundings): Decision<Conditions> {
  const { noteId: id, value, from } = command
  const kind = conditionKindOf(command.kind)
  checkValue(kind, value)
  if (!conditionSourceOf(command.source)) throw new Rejected('CONDITION_SOURCE_UNKNOWN', { field: 'source', value: command.source })
  if (!inForce(surroundings.unit, from)) throw new Rejected('UNIT_NOT_IN_FORCE', { field: 'from', value: from })
  if (held(conditions, kind.code).some((known) => known.from === from))
    throw new Rejected('CONDITION_NOTED_ALREADY', { field: 'from', value: from })
  const title = plainText('evidenceTitle', command.evidenceTitle, { min: 2, max: 120 })
  const number = command.evidenceNumber?.trim() ? plainText('evidenceNumber', command.evidenceNumber, { min: 1, max: 60 }) : null
  const note: Note = {
    ...{ id, kind: kind.code, value, source: command.source, evidence: { title, number } },
    ...{ from, until: kind.yearly ? nextYear(from) : null },
    ...{ notedAt: surroundings.now, notedBy: surroundings.by, correction: null },
  }
  return decided({ ...conditions, notes: [...conditions.notes, note] }, noted(conditions, kind, note))
}

/** What is said of a note that is not true. */
export interface CorrectCondition {
  noteId: string
  reason: string
  /** What is true instead, under the id of its own note; null: that is not known. */
  instead: (Evidenced & { noteId: string }) | null
}

/** A note is corrected once, with the reason; it stays to be read, and what is true instead is a note of its own, of the same kind. */
export function correctCondition(
  conditions: Conditions,
  command: CorrectCondition,
  surroundings: NotingSurroundings,
): Decision<Conditions> {
  const { noteId, instead } = command
  const reason = plainText('reason', command.reason, { min: 2, max: 200 })
  const note = conditions.notes.find(({ id }) => id === noteId)
  if (!note) throw new Rejected('NOT_FOUND', { field: 'noteId', value: noteId })
  if (note.correction) throw new Rejected('CONDITION_CORRECTED_ALREADY', { field: 'noteId', value: noteId })
  const correction = { reason, at: surroundings.now, by: surroundings.by, insteadId: instead?.noteId ?? null }
  const corrected = { ...conditions, notes: conditions.notes.map((known) => (known === note ? { ...note, correction } : known)) }
  const fact = ConditionCorrected.of({ ...ofUnit(conditions, conditionKindOf(note.kind), note), kind: note.kind })
  if (!instead) return decided(corrected, fact)
  const { state, facts } = noteCondition(corrected, { ...instead, kind: note.kind }, surroundings)
  return decided(state, fact, ...facts)
}

/** What is known of a kind of condition on a day. */
export interface Condition {
  kind: ConditionKind
  /** Null: unknown, which is never zero. */
  note: Note | null
  /** Whether it proves the kind's lack; null: unknown, or it proves none. */
  lacking: boolean | null
}

/** What a unit has on a day, by the last note of each kind that had begun; kinds without one are unknown. */
export function conditionsOn(conditions: Pick<Conditions, 'notes'> | null, on: LocalDate): Condition[] {
  return conditionKinds.map((kind) => {
    const begun = conditions ? held(conditions, kind.code).filter(({ from }) => from <= on) : []
    const last = begun.sort((a, b) => (a.from < b.from ? -1 : 1)).at(-1)
    const note = last && inForce(last, on) ? last : null
    return { kind, note, lacking: note && provesLack(kind, note.value) }
  })
}

/** The notes of a kind that are held to be true. */
function held({ notes }: Pick<Conditions, 'notes'>, kind: string): Note[] {
  return notes.filter((note) => note.kind === kind && note.correction === null)
}

function noted(conditions: Conditions, kind: ConditionKind, note: Note): Fact {
  const { value, source, from, until } = note
  const condition = { code: kind.code, value, unit: kind.unit }
  const lacking = provesLack(kind, value)
  return ConditionNoted.of({ ...ofUnit(conditions, kind, note), condition, lacking, source, from, until })
}

function ofUnit(conditions: Conditions, { lack = null }: { lack?: string | null }, { id: noteId }: Note) {
  const { unitId, unitType, serves, areaCode: area, path } = conditions
  return { unitId, unitType, serves, area, path, noteId, lack }
}

/** The first day of the year after. */
function nextYear(day: LocalDate): LocalDate {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}-01-01`
}
