import type { AreaCode, Level, LocalDate } from '@sizhang/contracts'
import { Injectable } from '@nestjs/common'
import {
  AggregateStore,
  beginningsFilter,
  behind,
  searchBeginnings,
  StoreParts,
  type Caller,
  type Command,
  type SortKey,
  type Stored,
  type Written,
} from '@sizhang/service-kit'
import { pathOn, stampsOn, type Decision, type Ended } from '@sizhang/service-kit/rules'
import { Schema } from 'mongoose'
import { designationOn, designationsOf, endedOf, isAreaInForce, listOn } from '../area-succession/succession.domain'
import { establishArea, type Area } from './areas.domain'

interface KeptArea extends Area {
  /** By which it is found. */
  beginnings: string[]
}

const schema = new Schema({
  _id: { type: String, required: true },
  code: { type: String, required: true },
  name: { type: String, required: true },
  level: { type: String, required: true },
  path: { type: [String], required: true },
  beginnings: [String],
})
schema.index({ path: 1, level: 1, _id: 1 })
schema.index({ level: 1, _id: 1 })
schema.index({ parent: 1, _id: 1 })
schema.index({ beginnings: 1 })
schema.index({ 'end.on': 1 }, { sparse: true })
schema.index({ 'end.successors': 1 }, { sparse: true })
schema.index({ 'later.code': 1 }, { sparse: true })
schema.index({ splitFrom: 1 }, { sparse: true })
schema.index({ lists: 1 }, { sparse: true })

const LOOKED_UP_AT_ONCE = 1_000

/** Asks for the areas that are over, where they are needed. */
type AskEnded = () => Ended | Promise<Ended>

/** The list of areas; an area's id is its code. */
@Injectable()
export class AreasStore extends AggregateStore<KeptArea> {
  constructor(parts: StoreParts) {
    super(parts, { name: 'areas', place: null, topic: 'organization.areas', schema })
  }

  /** Puts new areas into the list, in order; those that are there already stay as they are. Answers how many were new. */
  async establish(caller: Caller, command: Command, areas: readonly Area[]): Promise<number> {
    return this.createMany(caller, command, areas, (area) => ({ id: area.code, decision: findable(establishArea(area)) }))
  }

  /** Establishes areas as decided, in order; those that are there already stay as they are. */
  async establishAs(caller: Caller, command: Command, decisions: readonly Decision<Area>[]): Promise<void> {
    await this.createMany(caller, command, decisions, (decision) => ({ id: decision.state.code, decision: findable(decision) }))
  }

  /** Changes an area as decided. */
  change(code: AreaCode, caller: Caller, command: Command, decide: (area: Area) => Decision<Area>): Promise<Written<KeptArea>> {
    return this.update(code, caller, command, ({ _id, version, beginnings, ...area }) => findable(decide(area)))
  }

  /** The areas that are over. */
  async ended(caller: Caller): Promise<Ended> {
    return endedOf(await this.findWhere(caller, { 'end.on': { $exists: true } }))
  }

  /** Areas by their first codes, in no order, each with the path and the kind of a day. */
  async placed(caller: Caller, codes: readonly AreaCode[], on: LocalDate): Promise<Area[]> {
    const placing = await this.placing(caller, codes)
    return [...new Set(codes)].flatMap((code) => placing(code, on) ?? [])
  }

  /** Areas by their first codes, to be asked for as they are on any day; so many as there may be, a heap at a time. */
  async placing(caller: Caller, codes: readonly AreaCode[]): Promise<(code: AreaCode, on: LocalDate) => Area | undefined> {
    if (codes.length === 0) return () => undefined
    const ended = await this.ended(caller)
    const asked = [...new Set(codes)]
    const known = new Map<AreaCode, Area>()
    for (let from = 0; from < asked.length; from += LOOKED_UP_AT_ONCE)
      for (const area of await this.findMany(caller, asked.slice(from, from + LOOKED_UP_AT_ONCE))) known.set(area.code, area)
    return (code, on) => {
      const area = known.get(code)
      if (!area) return undefined
      // An area that is over is no other one: its own stamp stays, for what is entered late.
      const path = isAreaInForce(area, on) ? pathOn(area.path, ended, on) : area.path
      return { ...area, path, placeholder: designationOn(area, on).placeholder }
    }
  }

  /** Areas by the codes of the list of a day, and which of the codes are first ones of any area; so many codes as there may be, a heap at a time. */
  async inList(caller: Caller, codes: readonly AreaCode[], on: LocalDate): Promise<{ known: Map<AreaCode, Area>; borne: Set<AreaCode> }> {
    const found: Area[] = []
    for (let from = 0; from < codes.length; from += LOOKED_UP_AT_ONCE) {
      const some = codes.slice(from, from + LOOKED_UP_AT_ONCE)
      found.push(...(await this.findWhere(caller, { $or: [{ _id: { $in: some } }, { 'later.code': { $in: some } }] })))
    }
    const ended = await this.ended(caller)
    const above = found.flatMap(({ path }) => pathOn(path, ended, on).at(-2) ?? [])
    const parents = await this.findMany(
      caller,
      [...new Set(above)].filter((code) => !found.some((area) => area.code === code)),
    )
    const known = listOn([...found, ...parents], ended, on)
    return { known, borne: new Set(found.map(({ code }) => code)) }
  }

  /** All areas below some areas, themselves included, in force or over. */
  below(caller: Caller, roots: readonly AreaCode[]): Promise<Stored<KeptArea>[]> {
    return this.findWhere(caller, { path: { $in: roots } }, { sort: { _id: 1 } })
  }

  /** How many areas a proposal has established or changed so far. */
  countOfList(listId: string): Promise<number> {
    return this.model.countDocuments({ lists: listId } as never)
  }

  /** The areas of a root that are in force on a day, down to the last, by code. */
  async tree(caller: Caller, root: AreaCode | null, ended: AskEnded, on: LocalDate, limit: number): Promise<Stored<KeptArea>[]> {
    return this.findWhere(caller, await this.conditions(caller, { within: root, on }, ended), { sort: { _id: 1 }, limit })
  }

  /** The areas directly below some areas on a day, by code. */
  async children(caller: Caller, parents: readonly AreaCode[], ended: Ended, on: LocalDate): Promise<Map<AreaCode, Stored<KeptArea>[]>> {
    const below = new Map<AreaCode, Stored<KeptArea>[]>(parents.map((code) => [code, []]))
    const above = [...ended.keys()].filter((code) => below.has(pathOn([code], ended, on).at(-1) ?? ''))
    const filter = { parent: { $in: [...parents, ...above] }, ...inForceOn(on) }
    for (const area of await this.findWhere(caller, filter, { sort: { _id: 1 } }))
      below.get(pathOn(area.path, ended, on).at(-2) ?? '')?.push(area)
    return below
  }

  /** The areas that ended with one of some areas among their successors. */
  endedInto(caller: Caller, codes: readonly AreaCode[]): Promise<Stored<KeptArea>[]> {
    return this.findWhere(caller, { 'end.successors': { $in: codes } }, { sort: { _id: 1 } })
  }

  /** The areas that were a part of some areas. */
  splitFrom(caller: Caller, codes: readonly AreaCode[]): Promise<Stored<KeptArea>[]> {
    return this.findWhere(caller, { splitFrom: { $in: codes } }, { sort: { _id: 1 } })
  }

  /** A page of the areas that are in force on a day, by code. */
  async list(caller: Caller, filter: AreaFilter, ended: AskEnded, after: SortKey | null, limit: number): Promise<Stored<KeptArea>[]> {
    const conditions = { ...(await this.conditions(caller, filter, ended)), ...behind({ _id: 1 }, after) }
    return this.findWhere(caller, conditions, { sort: { _id: 1 }, limit })
  }

  /** All areas of the list of a day by code, in heaps as they come; as that list has them. */
  async heaps(caller: Caller, filter: AreaFilter): Promise<AsyncGenerator<Area[]>> {
    const ended = await this.ended(caller)
    const recoded = await this.findWhere(caller, { 'later.code': { $exists: true } })
    return listed(await this.eachWhere(caller, await this.conditions(caller, filter, () => ended), { _id: 1 }), (heap) => [
      ...listOn(heap, ended, filter.on, recoded).values(),
    ])
  }

  private async conditions(caller: Caller, { within, level, search, on }: AreaFilter, ended: AskEnded): Promise<Record<string, unknown>> {
    return {
      ...(within ? await this.lyingWithin(caller, within, ended, on) : {}),
      ...(level ? { level } : {}),
      ...inForceOn(on),
      ...beginningsFilter(search),
    }
  }

  private async lyingWithin(caller: Caller, code: AreaCode, askEnded: AskEnded, on: LocalDate): Promise<Record<string, unknown>> {
    const [root, ended] = await Promise.all([this.find(caller, code), askEnded()])
    const { one, none } = stampsOn(code, root?.path.length ?? 0, ended, on)
    return { path: { $in: one, $nin: none } }
  }
}

async function* listed(heaps: AsyncIterable<Area[]>, as: (heap: Area[]) => Area[]): AsyncGenerator<Area[]> {
  for await (const heap of heaps) yield as(heap)
}

/** In force on a day: established by then, or since ever, and not over yet. */
function inForceOn(on: LocalDate): Record<string, unknown> {
  return {
    $and: [{ $or: [{ from: null }, { from: { $lte: on } }] }, { $or: [{ 'end.on': { $exists: false } }, { 'end.on': { $gt: on } }] }],
  }
}

function findable({ state, facts }: Decision<Area>): Decision<KeptArea> {
  return { state: { ...state, beginnings: beginningsOf(state) }, facts }
}

/** An area is found by each of its names and codes: former ones, and those to come. */
export function beginningsOf(area: Area): string[] {
  return [...new Set(designationsOf(area).flatMap(({ code, name }) => searchBeginnings(name, { codes: [code] })))]
}

/** What a list of areas can be narrowed by. */
export interface AreaFilter {
  within?: AreaCode | null | undefined
  level?: Level | null | undefined
  search?: string | null | undefined
  on: LocalDate
}
