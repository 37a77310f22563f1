import { FoundingBegun, FoundingClosed, type AreaCode, type FormationMode, type Level, type LocalDate } from '@sizhang/contracts'
import { decided, plainText, Rejected, type Decision } from '@sizhang/service-kit/rules'
import { unitTypeOf } from '../units/unit-types.domain'
import { establishUnit, type EstablishUnit, type UnitSurroundings } from '../units/units.domain'
import { foundingKindOf, type FoundingKind } from './founding-kinds.domain'
import { standingOf, type Founding } from './founding-standing.domain'

/** What is said of a new founding. */
export interface BeginFounding {
  foundingId: string
  name: string
  type: string
  areaCode: AreaCode
  alsoCovers?: AreaCode[] | null | undefined
  parentId?: string | null | undefined
  mode?: FormationMode | null | undefined
  hostId?: string | null | undefined
  industry?: string | null | undefined
  paper?: string | null | undefined
  on: LocalDate
}

/** Who enters something, when, and which day it is. */
export interface Entering {
  by: string
  now: string
  today: LocalDate
}

/** What the decision has to know of others: what the unit will need, and the levels of the areas above its place. */
export interface FoundingSurroundings extends UnitSurroundings {
  levels: ReadonlyMap<AreaCode, Level>
}

/**
 * A preparatory group begins to found a unit (domain (b)). It has to be one that could be established: of a type that is founded, in a place whose
 * associations can decide, under a unit that may hold it (N2.3).
 */
export function beginFounding(command: BeginFounding, surroundings: FoundingSurroundings, entering: Entering): Decision<Founding> {
  const { foundingId, areaCode, on, parentId = null } = command
  const { by, now: enteredAt, today } = entering
  const kind = foundingKindOf(command.type)
  if (!kind && unitTypeOf(command.type)) throw new Rejected('FOUNDING_TYPE_NOT_FOUNDED', { field: 'type', value: command.type })
  checkCome(on, today)
  const { state: unit } = establishUnit(unitOf(command), surroundings)
  const industry = industryOf(command)
  const reviewers = reviewersOf(kind, unitTypeOf(command.type)?.serves ? unit.path.slice(0, -1) : unit.path, surroundings.levels)
  if (reviewers.length === 0) throw new Rejected('FOUNDING_NOBODY_REVIEWS', { field: 'areaCode', value: areaCode })
  const { name, unitType, path, mode, hostId } = unit
  const paper = command.paper ? plainText('paper', command.paper, { min: 2, max: 200 }) : null
  const begun = { step: 'PREPARATION', level: null, on, returned: false, paper, reason: null, enteredAt, by } as const
  const alsoCovers = [...(command.alsoCovers ?? [])]
  const founding = { name, unitType, areaCode, path, alsoCovers, parentId, mode, hostId, industry, reviewers }
  return decided(
    { ...founding, members: [], records: [begun], outcome: null, unit: null, notCovered: [] },
    FoundingBegun.of({ foundingId, unitType, area: areaCode, path, mode, parentId, on }),
  )
}

/** What is said of the early end of a founding. */
export interface CloseFounding {
  foundingId: string
  outcome: 'WITHDRAWN' | 'LAPSED'
  on: LocalDate
  reason: string
}

/**
 * A founding ends early: the group withdraws it, or whoever has it lets it lapse after its day has passed. Once the unit stands neither is
 * possible; then it is the unit that ends.
 */
export function closeFounding(
  founding: Founding,
  command: CloseFounding,
  { unitStands }: { unitStands: boolean },
  entering: Entering,
): Decision<Founding> {
  const { foundingId, outcome, on } = command
  const reason = plainText('reason', command.reason, { min: 2, max: 200 })
  const standing = stillOpen(founding)
  if (unitStands) throw new Rejected('FOUNDING_UNIT_STANDS', { field: 'on', value: on })
  checkDay(founding, on, entering.today)
  if (outcome === 'LAPSED' && (standing.due === null || on <= standing.due))
    throw new Rejected('FOUNDING_NOT_OVERDUE', { field: 'on', value: on, due: standing.due ?? '—' })
  const record = {
    step: 'CLOSING',
    level: null,
    on,
    returned: false,
    paper: null,
    reason,
    enteredAt: entering.now,
    by: entering.by,
  } as const
  return decided(
    { ...founding, outcome, records: [...founding.records, record] },
    FoundingClosed.of({ ...factOf(foundingId, founding), outcome, on }),
  )
}

/** What each fact about a founding says of it. */
export function factOf(foundingId: string, { unitType, areaCode: area, path, mode }: Founding) {
  return { foundingId, unitType, area, path, mode }
}

/** The command by which the unit is established, from the day given. */
export function unitOf({ foundingId, name, type, areaCode, alsoCovers, parentId, mode, hostId, on }: BeginFounding): EstablishUnit {
  return { unitId: foundingId, name, type, areaCode, alsoCovers, parentId, mode, hostId, from: on }
}

/** Where an open founding stands. Refused for one that is over. */
export function stillOpen(founding: Founding) {
  const standing = standingOf(founding)
  if (!standing) throw new Rejected('FOUNDING_OVER', { field: 'foundingId', value: founding.outcome })
  return standing
}

/** Steps are entered when they were done, one after the other: not before the last one, and not before they come. */
export function checkDay({ records }: Founding, on: LocalDate, today: LocalDate): void {
  const last = records.at(-1)?.on ?? on
  if (on < last) throw new Rejected('FOUNDING_STEP_BEFORE_LAST', { field: 'on', value: on, last })
  checkCome(on, today)
}

function checkCome(on: LocalDate, today: LocalDate): void {
  if (on > today) throw new Rejected('FOUNDING_STEP_NOT_YET', { field: 'on', value: on, today })
}

function industryOf({ mode, industry }: BeginFounding): string | null {
  if (mode !== 'BY_INDUSTRY') {
    if (industry) throw new Rejected('FOUNDING_INDUSTRY_NOT_EXPECTED', { field: 'industry', value: industry })
    return null
  }
  if (!industry) throw new Rejected('FOUNDING_INDUSTRY_MISSING', { field: 'industry' })
  return plainText('industry', industry, { min: 2, max: 40 })
}

/** Whoever decides is there already: a unit that serves its area is reviewed above it. */
function reviewersOf(kind: FoundingKind | undefined, path: readonly AreaCode[], levels: ReadonlyMap<AreaCode, Level>) {
  const above = path.flatMap((area) => {
    const level = levels.get(area)
    return level ? [{ level, area }] : []
  })
  const found = kind?.reviewed.find((wanted) => wanted.every((level) => above.some((known) => known.level === level))) ?? []
  return above.filter(({ level }) => found.includes(level)).sort((a, b) => found.indexOf(a.level) - found.indexOf(b.level))
}
