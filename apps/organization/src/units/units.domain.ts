import { UnitDissolved, UnitEstablished, type AreaCode, type FormationMode, type Level, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, plainText, Rejected, type Decision, type Interval } from '@sizhang/service-kit/rules'
import { isPilotFrom, type Designation, type TaskRecord } from '../pilots/designations.domain'
import { areasHandedOver, type Split, type Takeover } from '../splits/handovers.domain'
import { unitTypeOf } from './unit-types.domain'

/** 更名: from a day on a unit bears another name. */
export interface Renaming {
  name: string
  from: LocalDate
  /** The document it rests on. */
  paper: string
}

/** 调整隶属: from a day on a unit stands under another one. */
export interface Move {
  parentId: string
  from: LocalDate
  /** The document it rests on. */
  paper: string
}

/** 合并: from a day on a unit goes on for others. */
export interface Merger {
  /** The command that decided it; by it each step is taken once. */
  id: string
  from: LocalDate
  /** The document it rests on. */
  paper: string
  predecessors: string[]
  /** The units that stood below them, and go with them. */
  below: string[]
  /** Areas that it covers from that day on, and did not before. */
  areas: AreaCode[]
  /** Who decided it: whoever carries it out does so in his name. */
  by: { accountId: string; name: string }
  carriedOut: boolean
}

/** 恢复组织: a dissolution that was taken back. */
interface Revival {
  /** The first day on which the unit was not in force, until that was taken back. */
  dissolvedOn: LocalDate
  /** Why it had been dissolved. */
  reason: string
  /** The document that the revival rests on. */
  paper: string
}

/** 组织: a unit of the network. */
export interface Unit {
  /** The name it was founded with. */
  name: string
  /** In order of time; units of former releases have none. */
  renamings?: Renaming[]
  unitType: string
  areaCode: AreaCode | null
  path: AreaCode[]
  /** The areas that it was founded for. */
  covers: AreaCode[]
  /** The mergers in which it goes on; absent: none. */
  mergers?: Merger[]
  /** The splits by which it hands over areas; absent: none. */
  splits?: Split[]
  /** What it takes over when others are split; absent: nothing. */
  takeovers?: Takeover[]
  /** The unit that goes on for it; absent: it was not merged. */
  mergedInto?: string
  /** The unit above that it was founded under. */
  parentId: string | null
  /** In order of time; absent: it stands where it was founded. */
  moves?: Move[]
  mode: FormationMode
  hostId: string | null
  from: LocalDate
  until: LocalDate | null
  dissolveReason: string | null
  /** The dissolutions that were taken back, in that order; nothing follows from them. Absent: none. */
  revivals?: Revival[]
  /** What was said of it when it was established, before pilots were designated: nothing follows from it. */
  pilotCategory: string | null
  /** What it was and is a pilot of, by the first day; absent: it never was one. */
  designations?: Designation[]
  /** Where it was with its tasks as a pilot, in the order in which that was entered. */
  taskRecords?: TaskRecord[]
}

/**
 * The areas that a unit covers on a day: what it was founded for, and what it took over and handed over by then, day by day; on one day it takes over
 * before it hands over. A split counts once all of it is done: until then an area is at both, and at no moment at neither.
 */
export function coversOn({ covers, mergers = [], takeovers = [], splits = [] }: Unit, on: LocalDate): AreaCode[] {
  const changes = [
    ...[...mergers, ...takeovers].map((part) => ({ from: part.from, gained: gainedBy(part), lost: [] as AreaCode[] })),
    ...splits.filter(({ carriedOut }) => carriedOut).map((split) => ({ from: split.from, gained: [], lost: areasHandedOver(split) })),
  ]
  const covered = new Set(covers)
  for (const { gained, lost } of changes.filter(({ from }) => from <= on).sort((one, other) => compareDays(one.from, other.from))) {
    for (const code of gained) covered.add(code)
    for (const code of lost) covered.delete(code)
  }
  return [...covered]
}

/** All areas that a unit ever covered, covers or is to cover. */
export function coversEver({ covers, mergers = [], takeovers = [] }: Unit): AreaCode[] {
  return [...new Set([...covers, ...[...mergers, ...takeovers].flatMap(gainedBy)])]
}

/** Refuses that a unit ends while it is still to take over or to hand over something on that day or later: those areas would be nobody's. */
export function checkTakesPartNoMore({ mergers = [], takeovers = [], splits = [] }: Unit, on: LocalDate, field: string): void {
  const last = [...mergers, ...takeovers, ...splits]
    .map(({ from }) => from)
    .sort()
    .at(-1)
  if (last !== undefined && on <= last) throw new Rejected('UNIT_TAKES_PART_LATER', { field, value: on, from: last })
}

function gainedBy(part: Merger | Takeover): AreaCode[] {
  return 'gained' in part ? part.gained : part.areas
}

function compareDays(one: LocalDate, other: LocalDate): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** What is said of a new unit. */
export interface EstablishUnit {
  unitId: string
  name: string
  type: string
  areaCode?: AreaCode | null | undefined
  alsoCovers?: AreaCode[] | null | undefined
  parentId?: string | null | undefined
  mode?: FormationMode | null | undefined
  hostId?: string | null | undefined
  from: LocalDate
  pilotCategory?: string | null | undefined
}

interface KnownArea {
  level: Level
  from: LocalDate | null
  end?: { on: LocalDate }
  placeholder: boolean
  path: AreaCode[]
}

/** What the decision has to know of others: the areas and units that the command names. */
export interface UnitSurroundings {
  areas: ReadonlyMap<AreaCode, KnownArea>
  parent: Unit | null
  host: Unit | null
}

/** A unit comes into force (N2.3): of a type of the catalogue, in an area of the level it serves, under a type that may hold it or under none. */
export function establishUnit(command: EstablishUnit, surroundings: UnitSurroundings): Decision<Unit> {
  const { unitId, from, areaCode = null, parentId = null, hostId = null } = command
  const name = plainText('name', command.name, { min: 2, max: 80 })
  const type = unitTypeOf(command.type)
  if (!type) throw new Rejected('UNIT_TYPE_UNKNOWN', { field: 'type', value: command.type })
  const mode = command.mode ?? 'OWN'
  checkHost(mode, hostId, surroundings.host, from)
  checkParent({ type: type.code, parentId, field: 'from', from, until: null }, surroundings.parent)
  const area = areaCode === null ? null : knownArea('areaCode', areaCode, type.serves, from, surroundings)
  if (!area && type.serves) throw new Rejected('UNIT_NEEDS_AREA', { field: 'areaCode', type: type.code })
  const covers = type.serves && areaCode ? [areaCode, ...furtherAreas(command, type.serves, mode, surroundings)] : []
  const path = area?.path ?? surroundings.parent?.path ?? []
  const pilotCategory = command.pilotCategory ?? null
  return decided(
    { name, unitType: type.code, areaCode, path, covers, parentId, mode, hostId, from, until: null, dissolveReason: null, pilotCategory },
    UnitEstablished.of({ unitId, unitType: type.code, serves: type.serves, area: areaCode, path, covers, parentId, mode, hostId, from }),
  )
}

/** What is said of the end of a unit. */
export interface DissolveUnit {
  unitId: string
  on: LocalDate
  reason: string
}

/** What still hangs on the unit on that day or later. */
export interface UnitBurden {
  unitsBelow: number
  seatsHeld: number
  employersCovered: number
}

/** A unit ends on a day after it was established, once, and not while seats are held in it, units stand below it, it covers employers or is a pilot. */
export function dissolveUnit(unit: Unit, command: DissolveUnit, { unitsBelow, seatsHeld, employersCovered }: UnitBurden): Decision<Unit> {
  const { unitId, on } = command
  const reason = plainText('reason', command.reason, { min: 2, max: 200 })
  if (unit.until !== null) throw new Rejected('UNIT_DISSOLVED_ALREADY', { field: 'unitId', value: unit.until })
  if (on <= unit.from) throw new Rejected('DISSOLVED_BEFORE_ESTABLISHED', { field: 'on', value: on, from: unit.from })
  if (unitsBelow > 0) throw new Rejected('UNIT_HAS_UNITS_BELOW', { field: 'unitId', value: on, count: unitsBelow })
  if (seatsHeld > 0) throw new Rejected('UNIT_HAS_SEATS_HELD', { field: 'unitId', value: on, count: seatsHeld })
  if (employersCovered > 0) throw new Rejected('UNIT_COVERS_EMPLOYERS', { field: 'unitId', value: on, count: employersCovered })
  if (isPilotFrom(unit, on)) throw new Rejected('UNIT_IS_PILOT', { field: 'unitId', value: on })
  checkTakesPartNoMore(unit, on, 'on')
  const { unitType, areaCode: area, path } = unit
  return decided({ ...unit, until: on, dissolveReason: reason }, UnitDissolved.of({ unitId, unitType, area, path, on }))
}

function checkHost(mode: FormationMode, hostId: string | null, host: Unit | null, on: LocalDate): void {
  if (mode === 'HOSTED' && hostId === null) throw new Rejected('HOST_MISSING', { field: 'hostId' })
  if (mode !== 'HOSTED' && hostId !== null) throw new Rejected('HOST_NOT_EXPECTED', { field: 'hostId', value: hostId })
  if (hostId === null) return
  if (!host) throw new Rejected('UNIT_UNKNOWN', { field: 'hostId', value: hostId })
  if (!inForce(host, on)) throw new Rejected('HOST_NOT_IN_FORCE', { field: 'hostId', value: hostId, on })
}

/** A unit that is to stand under another one over some time. */
interface Standing extends Interval {
  type: string
  parentId: string | null
  /** Where the first day is said. */
  field: string
}

/** What stands above is of a type that may hold it, in force on the first day, and goes on as long as it. */
export function checkParent({ type: code, parentId, field, from, until }: Standing, parent: Unit | null): void {
  if (parentId === null) return
  if (!parent) throw new Rejected('PARENT_UNKNOWN', { field: 'parentId', value: parentId })
  const { allowedParents = [] } = unitTypeOf(code) ?? {}
  if (!allowedParents.includes(parent.unitType)) {
    const allowed = allowedParents.join(', ') || '—'
    throw new Rejected('PARENT_TYPE_NOT_ALLOWED', { field: 'parentId', value: parentId, type: code, parentType: parent.unitType, allowed })
  }
  if (!inForce(parent, from)) throw new Rejected('PARENT_NOT_IN_FORCE', { field, value: from })
  if (endsBefore(parent, until)) throw new Rejected('PARENT_ENDS_BEFORE', { field: 'parentId', value: parentId, until: parent.until })
}

/** Whether what stands above ends before what stands below it. */
export function endsBefore(parent: Unit, until: LocalDate | null): boolean {
  return parent.until !== null && (until === null || until > parent.until)
}

function knownArea(field: string, code: AreaCode, level: Level | null, on: LocalDate, { areas }: UnitSurroundings): KnownArea {
  const area = areas.get(code)
  if (!area) throw new Rejected('AREA_UNKNOWN', { field, value: code })
  if (area.placeholder) throw new Rejected('AREA_PLACEHOLDER', { field, value: code })
  if (level && area.level !== level) throw new Rejected('AREA_LEVEL_WRONG', { field, value: code, actual: area.level, expected: level })
  if ((area.from !== null && on < area.from) || (area.end && area.end.on <= on))
    throw new Rejected('AREA_NOT_IN_FORCE', { field, value: code, on })
  return area
}

function furtherAreas(
  { areaCode, alsoCovers, from }: EstablishUnit,
  level: Level,
  mode: FormationMode,
  surroundings: UnitSurroundings,
): AreaCode[] {
  const further = [...new Set(alsoCovers ?? [])].filter((code) => code !== areaCode)
  if (further.length > 0 && mode !== 'JOINT_BY_AREA') throw new Rejected('JOINT_ONLY_BY_AREA', { field: 'alsoCovers', value: further[0] })
  for (const code of further) knownArea('alsoCovers', code, level, from, surroundings)
  return further
}
