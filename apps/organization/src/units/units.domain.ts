import { UnitDissolved, UnitEstablished, type AreaCode, type FormationMode, type Level, type LocalDate } from '@sizhang/contracts'
import { decided, inForce, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { unitTypeOf, type UnitType } from './unit-types.domain'

/** 组织: a unit of the network. */
export interface Unit {
  name: string
  unitType: string
  areaCode: AreaCode | null
  path: AreaCode[]
  covers: AreaCode[]
  parentId: string | null
  mode: FormationMode
  hostId: string | null
  from: LocalDate
  until: LocalDate | null
  dissolveReason: string | null
  pilotCategory: string | null
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
  checkParent(command, type, surroundings.parent)
  const area = areaCode === null ? null : knownArea('areaCode', areaCode, type.serves, surroundings)
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
}

/** A unit ends on a day after it was established, once, and not while seats are held in it or units stand below it. */
export function dissolveUnit(unit: Unit, command: DissolveUnit, { unitsBelow, seatsHeld }: UnitBurden): Decision<Unit> {
  const { unitId, on } = command
  const reason = plainText('reason', command.reason, { min: 2, max: 200 })
  if (unit.until !== null) throw new Rejected('UNIT_DISSOLVED_ALREADY', { field: 'unitId', value: unit.until })
  if (on <= unit.from) throw new Rejected('DISSOLVED_BEFORE_ESTABLISHED', { field: 'on', value: on, from: unit.from })
  if (unitsBelow > 0) throw new Rejected('UNIT_HAS_UNITS_BELOW', { field: 'unitId', value: on, count: unitsBelow })
  if (seatsHeld > 0) throw new Rejected('UNIT_HAS_SEATS_HELD', { field: 'unitId', value: on, count: seatsHeld })
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

function checkParent({ parentId, from }: EstablishUnit, type: UnitType, parent: Unit | null): void {
  if (!parentId) return
  if (!parent) throw new Rejected('PARENT_UNKNOWN', { field: 'parentId', value: parentId })
  if (!type.allowedParents.includes(parent.unitType)) {
    const allowed = type.allowedParents.join(', ') || '—'
    throw new Rejected('PARENT_TYPE_NOT_ALLOWED', {
      field: 'parentId',
      value: parentId,
      type: type.code,
      parentType: parent.unitType,
      allowed,
    })
  }
  if (!inForce(parent, from)) throw new Rejected('PARENT_NOT_IN_FORCE', { field: 'from', value: from })
}

function knownArea(field: string, code: AreaCode, level: Level | null, { areas }: UnitSurroundings): KnownArea {
  const area = areas.get(code)
  if (!area) throw new Rejected('AREA_UNKNOWN', { field, value: code })
  if (area.placeholder) throw new Rejected('AREA_PLACEHOLDER', { field, value: code })
  if (level && area.level !== level) throw new Rejected('AREA_LEVEL_WRONG', { field, value: code, actual: area.level, expected: level })
  return area
}

function furtherAreas(
  { areaCode, alsoCovers }: EstablishUnit,
  level: Level,
  mode: FormationMode,
  surroundings: UnitSurroundings,
): AreaCode[] {
  const further = [...new Set(alsoCovers ?? [])].filter((code) => code !== areaCode)
  if (further.length > 0 && mode !== 'JOINT_BY_AREA') throw new Rejected('JOINT_ONLY_BY_AREA', { field: 'alsoCovers', value: further[0] })
  for (const code of further) knownArea('alsoCovers', code, level, surroundings)
  return further
}
