import { Injectable } from '@nestjs/common'
import type { AreaCode, LocalDate } from '@sizhang/contracts'
import {
  AggregateStore,
  beginningsFilter,
  behind,
  isWithinReach,
  Rejected,
  searchBeginnings,
  StoreParts,
  AS_READ,
  type Caller,
  type Command,
  type Reach,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { reachOf, type Verb } from '@sizhang/service-kit/rights'
import type { Decision } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { parentOn, standsUnderFrom } from '../moves/moves.domain'
import type { Unit } from './units.domain'

interface KeptUnit extends Unit {
  beginnings: string[]
}

const schema = new Schema({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  unitType: { type: String, required: true },
  areaCode: String,
  path: { type: [String], required: true },
  parentId: String,
  from: { type: String, required: true },
  until: String,
  beginnings: [String],
})
schema.index({ from: -1, _id: -1 })
schema.index({ path: 1, from: -1, _id: -1 })
schema.index({ until: 1, _id: 1 })
schema.index({ areaCode: 1 })
schema.index({ covers: 1 })
schema.index({ parentId: 1 })
schema.index({ 'moves.parentId': 1 }, { sparse: true })
schema.index({ 'moves.from': 1 }, { sparse: true })
schema.index({ 'renamings.from': 1 }, { sparse: true })
schema.index({ beginnings: 1 })
schema.index({ name: 1 })
schema.index({ 'renamings.name': 1 }, { sparse: true })
schema.index({ 'mergers.carriedOut': 1 }, { name: 'merger-under-way', partialFilterExpression: { 'mergers.carriedOut': false } })
schema.index({ 'splits.carriedOut': 1 }, { name: 'split-under-way', partialFilterExpression: { 'splits.carriedOut': false } })
schema.index({ 'splits.from': 1 }, { sparse: true })
schema.index({ 'mergers.areas': 1 }, { sparse: true })
schema.index({ 'takeovers.gained': 1 }, { sparse: true })
schema.index({ 'designations.from': 1 }, { sparse: true })
schema.index(
  { 'designations.id': 1 },
  { unique: true, name: 'designation', partialFilterExpression: { 'designations.id': { $exists: true } } },
)

const PLACE = { areas: 'path', unit: '_id' }

/** What a list of pilots can be narrowed by. */
export interface PilotFilter {
  on: LocalDate
  search?: string | null | undefined
  within?: AreaCode | null | undefined
  category?: string | null | undefined
  department?: string | null | undefined
}

/** What a list of units can be narrowed by. */
export interface UnitFilter {
  search?: string | null | undefined
  within?: AreaCode | null | undefined
  type?: string | null | undefined
  on?: LocalDate | null | undefined
  pilotsOnly?: boolean | null | undefined
}

/** What a list of changes can be narrowed by. */
export interface ChangeFilter {
  /** After this day. */
  from: LocalDate
  /** Up to and including this one. */
  to: LocalDate
  within?: AreaCode | null | undefined
}

/** A unit is found by each of its names: former ones, and those to come. */
export function beginningsOf({ name, renamings = [] }: Unit): string[] {
  const names = [name, ...renamings.map((renaming) => renaming.name)]
  return [...new Set(names.flatMap((each) => searchBeginnings(each, { syllables: true })))]
}

function findable({ state, facts }: Decision<Unit>): Decision<KeptUnit> {
  return { state: { ...state, beginnings: beginningsOf(state) }, facts }
}

/** Founded under some units, or moved there at some time. */
function everUnder(parentIds: readonly string[]): Record<string, unknown> {
  return { $or: [{ parentId: { $in: parentIds } }, { 'moves.parentId': { $in: parentIds } }] }
}

/** In force on a day: established by then and not dissolved yet. */
function inForceOn(on: LocalDate): Record<string, unknown> {
  return { $and: [{ from: { $lte: on } }, { $or: [{ until: null }, { until: { $gt: on } }] }] }
}

/** Pilot on a day, of this kind where one is said. */
function pilotOn(on: LocalDate, designation: Record<string, unknown> = {}): Record<string, unknown> {
  return { designations: { $elemMatch: { ...designation, from: { $lte: on }, $or: [{ until: null }, { until: { $gt: on } }] } } }
}

/** An area that a unit is to cover, with where it lies. */
interface PlacedArea {
  code: AreaCode
  path: AreaCode[]
}

/** Refuses areas to be covered of which one lies beyond a reach. */
export function checkWithin(reach: Reach, areas: readonly PlacedArea[], field = 'alsoCovers'): void {
  const beyond = areas.find(({ path }) => !isWithinReach(reach, { areas: 'path' }, { path }))
  if (beyond) throw new Rejected('FORBIDDEN', { field, value: beyond.code })
}

/** The units of the network. */
@Injectable()
export class UnitsStore extends AggregateStore<KeptUnit> {
  constructor(parts: StoreParts) {
    super(parts, {
      name: 'units',
      place: PLACE,
      topic: 'organization.units',
      schema,
      // A designation's id is its command's: the same command for another unit meets this index.
      unique: { designation: { code: 'IDEMPOTENCY_KEY_REUSED', field: 'commandId' } },
    })
  }

  /** Establishes a unit as decided. */
  establish(caller: Caller, command: Command, decide: (id: string) => Decision<Unit>): Promise<Written<KeptUnit>> {
    return this.create(caller, command, (id) => findable(decide(id)))
  }

  /** Establishes some units as decided, in one write, each by a command of its own. */
  establishEach(caller: Caller, units: readonly { command: Command; decision: Decision<Unit> }[]): Promise<Written<KeptUnit>[]> {
    return this.createEach(
      caller,
      units.map(({ command, decision }) => ({ command, decision: findable(decision) })),
    )
  }

  /** Changes a unit as decided. */
  change(id: string, caller: Caller, command: Command, decide: (unit: Unit) => Decision<Unit>): Promise<Written<KeptUnit>> {
    return this.update(id, caller, command, ({ _id, version, beginnings, ...unit }) => {
      const { state, facts } = decide(unit)
      // With its id: a reach over this unit alone knows by it what comes of the command.
      const kept = { ...state, beginnings: beginningsOf(state), _id }
      return { state: kept, facts }
    })
  }

  /** The units directly below some units, in force on a day, by the day they were established. */
  async children(caller: Caller, parentIds: readonly string[], on: LocalDate): Promise<Stored<KeptUnit>[]> {
    const units = await this.findWhere(caller, { $and: [everUnder(parentIds), inForceOn(on)] }, { sort: { from: 1, _id: 1 } })
    return units.filter((unit) => parentIds.includes(parentOn(unit, on) ?? ''))
  }

  /** The units that stand directly below one, on a day or later, whoever may see them: a rule counts all. */
  async below(parentId: string, from: LocalDate): Promise<Stored<Unit>[]> {
    const filter = { $and: [everUnder([parentId]), { $or: [{ until: null }, { until: { $gt: from } }] }] }
    const units = await this.model.find(filter as never, AS_READ).lean<Stored<Unit>[]>()
    return units.filter((unit) => standsUnderFrom(unit, parentId, from))
  }

  /** The units whose mergers or splits were decided and not carried out: somebody died in between, or is about it. */
  async underWay(): Promise<Stored<Unit>[]> {
    const filter = { $or: [{ 'mergers.carriedOut': false }, { 'splits.carriedOut': false }] }
    return await this.model.find(filter as never, AS_READ).lean<Stored<Unit>[]>()
  }

  /** Units that a caller names by their ids. That one of them lies beyond his reach is written down, and not told. */
  async named(caller: Caller, ids: readonly string[]): Promise<Map<string, Stored<KeptUnit>>> {
    const asked = [...new Set(ids)]
    const known = new Map(asked.length > 0 ? (await this.findMany(caller, asked)).map((unit) => [unit._id, unit]) : [])
    for (const id of asked.filter((each) => !known.has(each))) await this.find(caller, id)
    return known
  }

  /** The units that bear or bore one of some names, or will bear it. */
  bearing(caller: Caller, names: readonly string[]): Promise<Stored<KeptUnit>[]> {
    return this.findWhere(caller, { $or: [{ name: { $in: names } }, { 'renamings.name': { $in: names } }] })
  }

  /** How far a caller may establish units. Refused when he may nowhere. */
  reachForNew(caller: Caller): (path: readonly AreaCode[]) => boolean {
    const reach = this.mayWrite(caller)
    return (path) => isWithinReach(reach, PLACE, { path })
  }

  /** One unit, whoever may see it: for a rule that was asked for by somebody who may change what it is about. */
  async known(id: string): Promise<Stored<Unit> | null> {
    return await this.model.findById(id, AS_READ).lean<Stored<Unit>>()
  }

  /** Refuses a unit of a caller's that would cover an area beyond his reach: that would be the area's figure. */
  checkMayCover(caller: Caller, areas: readonly PlacedArea[], field?: string): void {
    checkWithin(this.mayWrite(caller), areas, field)
  }

  /** The units that are seated in some areas, in force on a day, by the day they were established. */
  inAreas(caller: Caller, codes: readonly AreaCode[], on: LocalDate): Promise<Stored<KeptUnit>[]> {
    return this.findWhere(caller, { areaCode: { $in: codes }, ...inForceOn(on) }, { sort: { from: 1, _id: 1 } })
  }

  /** The units that are seated in some areas or cover them, also before or after, in force on a day, in no order. */
  on(caller: Caller, codes: readonly AreaCode[], on: LocalDate): Promise<Stored<KeptUnit>[]> {
    const concerned = ['areaCode', 'covers', 'mergers.areas', 'takeovers.gained'].map((field) => ({ [field]: { $in: codes } }))
    return this.findWhere(caller, { $or: concerned, ...inForceOn(on) })
  }

  /** The unit that is or was a pilot by a designation which a caller names; null when there is none. */
  withPilot(caller: Caller, pilotId: string): Promise<Stored<KeptUnit> | null> {
    return this.findNamed(caller, { 'designations.id': pilotId }, pilotId)
  }

  /** The units that are pilots on a day. */
  pilots(caller: Caller, { on, search, within, category, department }: PilotFilter): Promise<Stored<KeptUnit>[]> {
    const designation = { ...(category ? { category } : {}), ...(department ? { department } : {}) }
    return this.findWhere(caller, { ...(within ? { path: within } : {}), ...pilotOn(on, designation), ...beginningsFilter(search) })
  }

  /**
   * The units to which something may have happened between two days, from a place in the order of changes on (day, unit): enough of them for so
   * many changes. Each way of changing has its index; of what is common, founding and ending, no more is read than a page can hold. Measured over
   * 20,000 units, 100 changes a page: 102 documents of each, 203 within a reach, and those that moved or were renamed in that time; 10 ms.
   */
  async changed(caller: Caller, { from, to, within }: ChangeFilter, at: SortKey | null, limit: number): Promise<Stored<KeptUnit>[]> {
    const [day = from, id = ''] = at ?? []
    const days = at ? { $gte: day, $lte: to } : { $gt: from, $lte: to }
    const place = within ? { path: within } : {}
    const firstBy = (field: 'from' | 'until') => {
      const behindOrThere = at ? { $or: [{ [field]: { $gt: day } }, { [field]: day, _id: { $gte: id } }] } : {}
      return this.findWhere(caller, { ...place, [field]: days, ...behindOrThere }, { sort: { [field]: 1, _id: 1 }, limit })
    }
    const allBy = (field: 'moves' | 'renamings' | 'splits') => this.findWhere(caller, { ...place, [field]: { $elemMatch: { from: days } } })
    const found = await Promise.all([firstBy('from'), firstBy('until'), allBy('moves'), allBy('renamings'), allBy('splits')])
    return [...new Map(found.flat().map((unit) => [unit._id, unit])).values()]
  }

  /** Whether a caller has a right over a unit. */
  may(caller: Pick<Caller, 'grants'>, right: Verb, unit: Unit & { _id: string }): boolean {
    return isWithinReach(reachOf(caller.grants, right, this.today()), PLACE, unit)
  }

  /** A page of units by the day they were established, newest first. */
  list(caller: Caller, filter: UnitFilter, after: SortKey | null, limit: number): Promise<Stored<KeptUnit>[]> {
    const narrowed = { ...this.narrowing(filter), ...behind({ from: -1, _id: -1 }, after) }
    return this.findWhere(caller, narrowed, { sort: { from: -1, _id: -1 }, limit })
  }

  /** All units by the day they were established, the oldest first, in heaps as they come. */
  heaps(caller: Caller, filter: UnitFilter): Promise<AsyncGenerator<Stored<KeptUnit>[]>> {
    return this.eachWhere(caller, this.narrowing(filter), { from: 1, _id: 1 })
  }

  private narrowing({ search, within, type, on, pilotsOnly }: UnitFilter): Record<string, unknown> {
    return {
      ...(within ? { path: within } : {}),
      ...(type ? { unitType: type } : {}),
      ...(on ? inForceOn(on) : {}),
      ...(pilotsOnly ? pilotOn(on ?? this.today()) : {}),
      ...beginningsFilter(search),
    }
  }
}
